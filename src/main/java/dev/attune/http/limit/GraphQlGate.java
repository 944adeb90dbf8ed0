package dev.attune.http.limit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.attune.http.ErrorBody;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Stands before {@code /graphql}: bounds the body, takes JSON only, because every other content
 * type lets a foreign page send without a preflight, and judges the document before the engine sees
 * it. The body that it read stays in the request, and the engine's handler does not read it again.
 */
@ApplicationScoped
class GraphQlGate {
  /** After authentication and authorization (-200, -100), before every ordinary route (from 0). */
  private static final int ORDER = -10;

  private static final Set<String> TYPES =
      Set.of("application/json", "application/graphql+json", "application/graphql-response+json");

  private static final JsonFactory JSON = new JsonFactory();

  private final DocumentSettings settings;
  private final DocumentLimits limits;
  private final String path;

  GraphQlGate(
      DocumentSettings settings,
      DocumentLimits limits,
      @ConfigProperty(name = "quarkus.smallrye-graphql.root-path") String path) {
    this.settings = settings;
    this.limits = limits;
    this.path = path;
  }

  void register(@Observes Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(settings.body().asLongValue());
    router
        .route(path)
        .order(ORDER)
        .handler(GraphQlGate::checkType)
        .handler(request -> readBody(request, body))
        .handler(this::judge)
        .failureHandler(this::tooLarge);
  }

  private static void checkType(RoutingContext request) {
    String header = request.request().getHeader("Content-Type");
    if (request.request().method() == HttpMethod.POST && !isJson(header == null ? "" : header)) {
      request.request().resume();
      new ErrorBody(ErrorCode.UNKNOWN_FORMAT, null, "The content type must be application/json")
          .endGraphQl(request, 415);
      return;
    }
    request.next();
  }

  /** GraphiQL says it twice, and browsers join both by a comma: each of them must be JSON. */
  private static boolean isJson(String header) {
    return Arrays.stream(header.split(",", -1))
        .map(part -> part.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .allMatch(TYPES::contains);
  }

  private static void readBody(RoutingContext request, BodyHandler body) {
    if (request.request().method() == HttpMethod.POST) {
      request.request().resume();
      body.handle(request);
    } else {
      request.next();
    }
  }

  private void judge(RoutingContext request) {
    for (@Nullable String document :
        new @Nullable String[] {
          request.request().getParam("query"), query(request.body().buffer())
        }) {
      Optional<Rejection> refusal = document == null ? Optional.empty() : limits.judge(document);
      if (refusal.isPresent()) {
        ErrorBody.of(refusal.get()).endGraphQl(request, 400);
        return;
      }
    }
    if (isGetThatWrites(request)) {
      ErrorBody.of(new Rejection(ErrorCode.INVALID_VALUE, "query", "Mutations come by POST"))
          .endGraphQl(request, 405);
      return;
    }
    if (request.request().method() == HttpMethod.GET) {
      request.response().putHeader("Cache-Control", "private, no-store");
    }
    request.next();
  }

  /** A foreign page can make a browser get anything, with its cookies. */
  private boolean isGetThatWrites(RoutingContext request) {
    @Nullable String query = request.request().getParam("query");
    return request.request().method() == HttpMethod.GET && query != null && limits.writes(query);
  }

  private void tooLarge(RoutingContext request) {
    if (request.statusCode() == 413) {
      long limit = settings.body().asLongValue() / 1024;
      new ErrorBody(ErrorCode.BODY_TOO_LARGE, null, "The body must have at most " + limit + " KB")
          .endGraphQl(request, 413);
    } else {
      request.next();
    }
  }

  /** The last {@code query} of a JSON object, as the engine reads it; null where there is none. */
  private static @Nullable String query(@Nullable Buffer body) {
    if (body == null || body.length() == 0) {
      return null;
    }
    String text = body.toString().replaceAll("[\\n\\t\\r]", " ");
    try (JsonParser parser = JSON.createParser(text)) {
      String query = null;
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals("query");
        JsonToken value = parser.nextToken();
        query = wanted && value == JsonToken.VALUE_STRING ? parser.getText() : query;
        parser.skipChildren();
      }
      return query;
    } catch (IOException leftToTheEngine) {
      return null;
    }
  }
}
