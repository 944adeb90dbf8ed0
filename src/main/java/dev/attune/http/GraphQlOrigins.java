package dev.attune.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets pages of storefronts on other origins ask for what they show. */
@ApplicationScoped
class GraphQlOrigins {
  private final Origins origins;
  private final String path;

  /**
   * @param allowed the storefronts, {@code https://shop.example}; {@code *} for all, which is safe
   *     because cookies are never taken across
   */
  GraphQlOrigins(
      @ConfigProperty(name = "attune.graphql.origins", defaultValue = "*")
          Optional<List<String>> allowed,
      @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
    this.origins = new Origins(allowed.orElse(List.of()), "Retry-After");
    this.path = path;
  }

  void register(@Observes Router router) {
    origins.on(router, path.startsWith("/") ? path : "/" + path);
  }
}
