package dev.attune.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** An error as the edge answers it: one shape under {@code /v1}, GraphQL's own under GraphQL. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorBody(ErrorCode code, @Nullable String field, String message) {
  /** Says the same whatever was wrong with the credentials, or that there were none. */
  public static final ErrorBody UNAUTHENTICATED =
      new ErrorBody(
          ErrorCode.UNAUTHENTICATED, null, "Send a key of the shop or a token that is valid");

  /** Says the same whatever role is missing. */
  public static final ErrorBody FORBIDDEN =
      new ErrorBody(ErrorCode.FORBIDDEN, null, "These credentials do not allow this");

  public static ErrorBody of(Rejection rejection) {
    return new ErrorBody(rejection.code(), rejection.field(), rejection.message());
  }

  /** The HTTP status that goes with the code. */
  public int status() {
    return switch (code) {
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case UNKNOWN_ID -> 404;
      case IMPORT_RUNNING, IMPORT_REFUSED, STALE_VERSION, DUPLICATE_ID -> 409;
      case OVERLOADED -> 429;
      case INTERNAL -> 500;
      case UNAVAILABLE -> 503;
      default -> 400;
    };
  }

  /** Ends a response with this error. */
  public void end(RoutingContext request, int status) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json().encode());
  }

  /** Ends a response with this error in GraphQL's shape. */
  public void endGraphQl(RoutingContext request, int status) {
    JsonObject error =
        new JsonObject()
            .put("message", message)
            .put("extensions", new JsonObject().put("code", code.name()));
    JsonObject body = new JsonObject().put("errors", new JsonArray().add(error)).putNull("data");
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body.encode());
  }

  private JsonObject json() {
    JsonObject json = new JsonObject().put("code", code.name());
    if (field != null) {
      json.put("field", field);
    }
    return json.put("message", message);
  }
}
