package dev.attune.http.limit;

import dev.attune.http.ErrorBody;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Bounds every body that is read into memory. The server has one limit for all paths; this lets
 * imports stream what they like and holds everything else to less.
 */
@ApplicationScoped
class BodyLimit {
  /** After the server's own limit (-2), whose value it replaces, and before everything else. */
  private static final int ORDER = -1;

  private final BodySettings settings;

  BodyLimit(BodySettings settings) {
    this.settings = settings;
  }

  void register(@Observes Router router) {
    router.route().order(ORDER).handler(this::check);
  }

  private void check(RoutingContext request) {
    String path = request.normalizedPath();
    if (settings.streams().stream().noneMatch(path::startsWith)) {
      long limit = settings.body().asLongValue();
      if (length(request) > limit) {
        request.response().putHeader("Connection", "close");
        new ErrorBody(ErrorCode.BODY_TOO_LARGE, null, "The body must have at most " + limit + " B")
            .end(request, 413);
        return;
      }
      request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
    }
    request.next();
  }

  private static long length(RoutingContext request) {
    String length = request.request().getHeader("Content-Length");
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }
}
