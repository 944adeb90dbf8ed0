package dev.attune.demo;

import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Says what there is to open once the server listens. */
@ApplicationScoped
class Welcome {
  private static final String TEXT =
      """


        Attune is listening.

          %1$s/q/graphql-ui      ask it something by hand
          %1$s/graphql           the storefront's API
          %1$s/q/health/ready    ready once catalog and demo shop are in memory
          %1$s/q/metrics         what to watch

        To begin with, in GraphiQL, with the header  Attune-Visitor: me

          { home { hero { headline } rails { title items { product { title } } } } }

        The write key and the secret key were printed when they were made, at the first start;
        ATTUNE_WRITE_KEY and ATTUNE_SECRET_KEY choose your own.
      """;

  void listening(@ObservesAsync HttpServerStart start) {
    if (LaunchMode.current() != LaunchMode.TEST) {
      Log.info(TEXT.formatted("http://localhost:" + start.options().getPort()));
    }
  }
}
