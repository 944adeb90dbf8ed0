package dev.attune.http.socket;

import dev.attune.http.limit.DocumentLimits;
import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.impl.RoutingContextDecorator;
import io.vertx.ext.web.impl.RoutingContextInternal;

/** A request for an upgrade whose socket, once it is there, is guarded. */
final class GuardedUpgrade extends RoutingContextDecorator {
  private final HttpServerRequest request;

  GuardedUpgrade(RoutingContextInternal inside, DocumentLimits limits, SocketSettings settings) {
    super(inside.currentRoute(), inside);
    this.request =
        new HttpServerRequestWrapper((HttpServerRequestInternal) inside.request()) {
          @Override
          public void toWebSocket(Handler<AsyncResult<ServerWebSocket>> handler) {
            super.toWebSocket(
                opened ->
                    handler.handle(
                        opened.map(socket -> guarded(socket, inside, limits, settings))));
          }
        };
  }

  private static ServerWebSocket guarded(
      ServerWebSocket socket,
      RoutingContextInternal inside,
      DocumentLimits limits,
      SocketSettings settings) {
    SocketGuard guard = new SocketGuard(socket, limits, settings.operations());
    inside.vertx().setTimer(settings.initWithin().toMillis(), late -> guard.requireInit());
    return guard.socket();
  }

  @Override
  public HttpServerRequest request() {
    return request;
  }
}
