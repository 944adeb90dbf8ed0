package dev.attune.http.socket;

import dev.attune.http.limit.DocumentLimits;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.smallrye.graphql.runtime.SmallRyeGraphQLOverWebSocketHandler;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes upgrades of {@code /graphql} before the engine does and hands it guarded sockets. */
@ApplicationScoped
class SocketGate {
  /**
   * That of authorization, which was registered earlier and goes first; the engine's is one less.
   */
  private static final int PRIORITY = 100;

  private final DocumentLimits limits;
  private final SocketSettings settings;
  private final SmallRyeGraphQLOverWebSocketHandler engine;
  private final String path;

  SocketGate(
      DocumentLimits limits,
      SocketSettings settings,
      CurrentIdentityAssociation identity,
      CurrentVertxRequest request,
      @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path,
      @ConfigProperty(name = "quarkus.smallrye-graphql.authorization-client-init-payload-name")
          Optional<String> token) {
    this.limits = limits;
    this.settings = settings;
    this.path = path;
    this.engine =
        new SmallRyeGraphQLOverWebSocketHandler(identity, request, /* runBlocking= */ false, token);
  }

  void register(@Observes Filters filters) {
    filters.register(this::upgrade, PRIORITY);
  }

  private void upgrade(RoutingContext request) {
    boolean upgrades =
        request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)
            && request.normalizedPath().equals(path);
    if (upgrades && request instanceof RoutingContextInternal inside) {
      engine.handle(new GuardedUpgrade(inside, limits, settings));
    } else {
      request.next();
    }
  }
}
