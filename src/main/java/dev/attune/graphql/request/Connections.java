package dev.attune.graphql.request;

import dev.attune.decision.Place;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.identity.Asker;
import dev.attune.identity.request.Askers;
import dev.attune.identity.request.RequestHeaders;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.graphql.api.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who subscribes, and where they are: what the headers of the upgrade say and, before them, what
 * {@code connection_init} said under the headers' names (or {@code visitor}, {@code token} and
 * {@code market} for short); a page context under {@code context}, for operations that name none.
 */
@ApplicationScoped
public class Connections {
  private static final SecurityIdentity ANONYMOUS =
      QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  private final Askers askers;
  private final Places places;
  private final CurrentVertxRequest request;

  Connections(Askers askers, Places places, CurrentVertxRequest request) {
    this.askers = askers;
    this.places = places;
    this.request = request;
  }

  /** What holds for as long as the connection does. */
  public record Subscriber(Asker asker, Place place) {}

  public Subscriber subscriber(Context operation) {
    DataFetchingEnvironment environment = operation.unwrap(DataFetchingEnvironment.class);
    RoutingContext upgrade = upgrade(environment);
    Map<?, ?> said = said(environment);
    PageContextInput context =
        OperationContext.of(
            operation, plain(said.get("context")) instanceof Map<?, ?> map ? map : Map.of());
    SecurityIdentity identity =
        upgrade.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : ANONYMOUS;
    RequestHeaders headers = headers(RequestHeaders.of(upgrade), said);
    return new Subscriber(askers.read(headers, identity), places.of(context, headers::get));
  }

  /** Streams are begun outside of the request's scope, whose state the connection keeps. */
  private RoutingContext upgrade(DataFetchingEnvironment environment) {
    ManagedContext scope = Arc.container().requestContext();
    boolean outside = !scope.isActive();
    if (outside) {
      ContextState state = environment.getGraphQlContext().get("state");
      scope.activate(state);
    }
    try {
      return request.getCurrent();
    } finally {
      if (outside) {
        scope.deactivate();
      }
    }
  }

  private static Map<?, ?> said(DataFetchingEnvironment environment) {
    return environment.getGraphQlContext().get("init-payload") instanceof Map<?, ?> payload
        ? payload
        : Map.of();
  }

  /** Texts and objects of JSON as they are in Java; null for all else. */
  private static @Nullable Object plain(@Nullable Object json) {
    if (json instanceof JsonString text) {
      return text.getString();
    }
    if (!(json instanceof JsonObject object)) {
      return null;
    }
    Map<String, @Nullable Object> map = new HashMap<>();
    object.forEach((name, value) -> map.put(name, plain(value)));
    return map;
  }

  private static RequestHeaders headers(RequestHeaders sent, Map<?, ?> said) {
    return new RequestHeaders() {
      @Override
      public @Nullable String get(String name) {
        return said.get(name) instanceof JsonString text ? text.getString() : sent.get(name);
      }

      @Override
      public @Nullable String cookie(String name) {
        return sent.cookie(name);
      }

      @Override
      public @Nullable String address() {
        return sent.address();
      }
    };
  }
}
