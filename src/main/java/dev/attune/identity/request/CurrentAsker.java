package dev.attune.identity.request;

import dev.attune.identity.Asker;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking in the request that is going on: one answer for all of its fields, never blocking.
 */
@RequestScoped
public class CurrentAsker {
  private final Askers askers;
  private final CurrentVertxRequest request;
  private final SecurityIdentity identity;
  private @Nullable Asker asker;

  CurrentAsker(Askers askers, CurrentVertxRequest request, SecurityIdentity identity) {
    this.askers = askers;
    this.request = request;
    this.identity = identity;
  }

  /** The asker; nobody where there is no HTTP request. */
  public Asker get() {
    Asker known = asker;
    if (known == null) {
      known = read();
      asker = known;
    }
    return known;
  }

  private Asker read() {
    RoutingContext current = request.getCurrent();
    return current == null
        ? Asker.nobody()
        : askers.read(RequestHeaders.of(current), identity(current));
  }

  private SecurityIdentity identity(RoutingContext current) {
    return current.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : identity;
  }
}
