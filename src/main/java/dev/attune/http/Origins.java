package dev.attune.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets browsers ask from storefronts on other origins. Without credentials: a page of somebody else
 * must not be able to post as a signed-in customer.
 */
public final class Origins {
  private static final String HEADERS =
      "Authorization, Content-Type, Content-Encoding, Attune-Visitor, Attune-Market,"
          + " Attune-Version, AnonymousId, Sec-GPC, If-None-Match";
  private static final String A_DAY = "86400";

  /** Before credentials are looked at, so that a page may read why they were refused. */
  private static final int FIRST = -1_000;

  private final boolean all;
  private final List<String> allowed;
  private final String readable;

  /**
   * @param allowed origins with scheme and port, or {@code *}
   * @param readable headers of the answer that the page may read
   */
  public Origins(List<String> allowed, String readable) {
    this.readable = readable;
    this.all = allowed.contains("*");
    this.allowed = List.copyOf(allowed);
  }

  /** For all that is asked under this path. */
  public void on(Router router, String path) {
    router.options(path).order(FIRST).handler(this::preflight);
    router.route(path).order(FIRST).handler(this::allow);
  }

  /** Answers what a browser asks before it posts. */
  private void preflight(RoutingContext request) {
    if (allows(request)) {
      header(request)
          .set("Access-Control-Allow-Methods", "GET, POST")
          .set("Access-Control-Allow-Headers", HEADERS)
          .set("Access-Control-Max-Age", A_DAY);
    }
    request.response().setStatusCode(204).end();
  }

  /** Lets the page that posted read the answer; what is not allowed is taken all the same. */
  private void allow(RoutingContext request) {
    if (allows(request)) {
      header(request).set("Access-Control-Expose-Headers", readable);
    }
    request.next();
  }

  private boolean allows(RoutingContext request) {
    @Nullable String origin = request.request().getHeader("Origin");
    return origin != null && (all || allowed.contains(origin));
  }

  private MultiMap header(RoutingContext request) {
    MultiMap headers = request.response().headers();
    headers.set("Access-Control-Allow-Origin", all ? "*" : request.request().getHeader("Origin"));
    return all ? headers : headers.add("Vary", "Origin");
  }
}
