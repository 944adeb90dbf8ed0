package dev.attune.graphql;

import dev.attune.events.Identifier;
import dev.attune.graphql.page.ForgetPayload;
import dev.attune.graphql.request.Senders;
import dev.attune.identity.Asker;
import dev.attune.identity.Proof;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.platform.audit.Audit;
import dev.attune.platform.audit.AuditEntry;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.privacy.Erasure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** The right to be forgotten. */
@GraphQLApi
public class PrivacyApi {
  private final CurrentAsker asker;
  private final Erasure erasure;
  private final Audit audit;
  private final Clock clock;

  PrivacyApi(CurrentAsker asker, Erasure erasure, Audit audit, Clock clock) {
    this.asker = asker;
    this.erasure = erasure;
    this.audit = audit;
    this.clock = clock;
  }

  @Mutation
  @NonNull
  @Description(
      "Erases all that is known of the signed-in customer, or of this visitor where no customer was"
          + " ever proven. Who comes back is new.")
  public Uni<ForgetPayload> forgetMe() {
    Asker who = asker.get();
    Identifier origin = Senders.origin(who);
    Identifier customer = Senders.proven(who);
    if (customer == null && who.proof() == Proof.RECOGNIZED) {
      throw new AttuneException(
          ErrorCode.UNAUTHENTICATED,
          "Authorization",
          "forgetMe needs the customer's own token: Authorization: Bearer <JWT>");
    }
    Uni<Boolean> erased =
        customer == null
            ? erasure.forgetVisitor(origin).map(Optional::isPresent)
            : erasure.forgetCustomer(customer, who.visitor()).replaceWith(true);
    String receipt = UUID.randomUUID().toString();
    return erased
        .call(done -> done ? record(receipt, customer != null) : Uni.createFrom().voidItem())
        .map(done -> new ForgetPayload(done, receipt));
  }

  /** Of whom is not kept, only whether it was a customer or a device that was nobody's. */
  private Uni<Void> record(String receipt, boolean customer) {
    String before = new JsonObject().put("person", customer ? "customer" : "visitor").encode();
    return audit.record(
        new AuditEntry("shopper", "forgetMe", receipt, clock.instant(), before, null));
  }
}
