package dev.attune.http.ofrep;

import dev.attune.http.Origins;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Lets pages of storefronts on other origins ask for flags, and read their tags. */
@ApplicationScoped
class FlagOrigins {
  private static final String FLAGS = "/ofrep/v1/*";

  private final Origins origins;

  FlagOrigins(FlagSettings settings) {
    this.origins = new Origins(settings.origins().orElse(List.of()), "ETag");
  }

  void register(@Observes Router router) {
    origins.on(router, FLAGS);
  }
}
