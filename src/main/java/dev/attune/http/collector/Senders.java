package dev.attune.http.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Identifier;
import dev.attune.events.Traffic;
import dev.attune.events.segment.Sender;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.security.KeyKind;
import dev.attune.platform.security.Keys;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who sends events: by the request's credentials, else by {@code writeKey} in its body. */
@ApplicationScoped
class Senders {
  private final Keys keys;

  Senders(Keys keys) {
    this.keys = keys;
  }

  /**
   * @throws AttuneException UNAUTHENTICATED without any credential
   */
  Sender sender(
      SecurityIdentity identity, Asker asker, ObjectNode body, @Nullable String userAgent) {
    boolean secret = asker.secret() || (identity.isAnonymous() && secretInBody(body));
    boolean signedIn = asker.proof() == Proof.AUTHENTICATED;
    @Nullable Identifier customer = signedIn ? asker.customer() : null;
    if (secret) {
      Traffic traffic = asker.traffic() == Traffic.STAFF ? Traffic.STAFF : Traffic.SHOPPER;
      return new Sender(true, customer, asker.visitor(), traffic, null);
    }
    return new Sender(false, customer, asker.visitor(), asker.traffic(), userAgent);
  }

  /** By what somebody's events come in. */
  static String way(Sender sender) {
    return sender.vouches() ? "secret-key" : sender.customer() == null ? "write-key" : "token";
  }

  /** Whether the key in the body, which an anonymous request needs, is the secret one. */
  private boolean secretInBody(ObjectNode body) {
    Optional<KeyKind> kind = keys.check(body.path("writeKey").asText());
    return kind.orElseThrow(
            () -> new AttuneException(ErrorCode.UNAUTHENTICATED, null, "No valid key was sent"))
        == KeyKind.SECRET;
  }
}
