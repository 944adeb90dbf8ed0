package dev.attune.graphql.request;

import dev.attune.events.Identifier;
import dev.attune.identity.request.VisitorTokens;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;

/** Hands the visitor token of somebody who signed in back to their device. */
@RequestScoped
public class VisitorCookie {
  private static final String COOKIE = "attune_visitor";
  private static final String HEADER = "Attune-Visitor";

  private final CurrentVertxRequest request;
  private final VisitorTokens tokens;

  VisitorCookie(CurrentVertxRequest request, VisitorTokens tokens) {
    this.request = request;
    this.tokens = tokens;
  }

  /** From now on this device is recognized as this customer's, without their token. */
  public void recognize(Identifier visitor, Identifier customer, Instant now) {
    RoutingContext current = request.getCurrent();
    if (current == null) {
      return;
    }
    String token = tokens.issue(visitor, customer, now);
    current.response().putHeader(HEADER, token);
    current
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(VisitorTokens.LIFETIME.toSeconds()));
  }
}
