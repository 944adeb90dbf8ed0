package dev.attune.http.socket;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code connection_init} says of who is asking, under the headers' names: {@code visitor},
 * {@code token} and {@code market} for short, and headers in any case.
 */
final class InitPayload {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  private static final Map<String, String> NAMES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    NAMES.put("visitor", "Attune-Visitor");
    NAMES.put("token", AUTHORIZATION);
    NAMES.put("market", "Attune-Market");
    for (String name :
        new String[] {
          "Attune-Visitor", AUTHORIZATION, "Attune-Market", "Attune-Version", "Accept-Language"
        }) {
      NAMES.put(name, name);
    }
  }

  private InitPayload() {}

  /** The same under the names that the engine and the edge look for. */
  static JsonObject named(JsonObject said) {
    JsonObject named = new JsonObject();
    said.forEach(
        entry -> {
          String name = NAMES.getOrDefault(entry.getKey(), entry.getKey());
          boolean bare =
              entry.getKey().equalsIgnoreCase("token")
                  && entry.getValue() instanceof String token
                  && !token.startsWith(BEARER);
          named.put(name, bare ? BEARER + entry.getValue() : entry.getValue());
        });
    return named;
  }
}
