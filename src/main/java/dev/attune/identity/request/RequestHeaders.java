package dev.attune.identity.request;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The headers and cookies of a request, and where it came from. */
public interface RequestHeaders {
  /** The first value of a header, in any case of its name. */
  @Nullable String get(String name);

  /** The value of a cookie. */
  @Nullable String cookie(String name);

  /** Where it came from, as far as proxies that are trusted say; null when that is not known. */
  @Nullable String address();

  /** Those of an HTTP request. */
  static RequestHeaders of(RoutingContext request) {
    MultiMap headers = request.request().headers();
    return new RequestHeaders() {
      @Override
      public @Nullable String get(String name) {
        return headers.get(name);
      }

      @Override
      public @Nullable String cookie(String name) {
        Cookie cookie = request.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
      }

      @Override
      public @Nullable String address() {
        SocketAddress remote = request.request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
      }
    };
  }
}
