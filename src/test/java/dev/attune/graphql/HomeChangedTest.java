package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HomeChangedTest {
  private static final String HOME = "subscription { homeChanged { hero { decision { id } } } }";

  @TestHTTPResource("/graphql")
  URI endpoint;

  @Test
  void theHomeComesAtOnceAndAgainAfterTheShoppersOwnEvents() throws InterruptedException {
    BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    WebSocket socket = open(messages, "hc-header", Map.of());
    String first = decision(next(messages));
    Storefront.of("hc-header").view("h1", "hc-p", Instant.now().toString());
    assertThat(decision(next(messages))).isNotEqualTo(first);
    socket.abort();
  }

  @Test
  void theVisitorMayComeWithTheConnectionsFirstMessage() throws InterruptedException {
    BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    WebSocket socket = open(messages, null, Map.of("Attune-Visitor", "hc-init"));
    String first = decision(next(messages));
    Storefront.of("hc-init").view("h1", "hc-p", Instant.now().toString());
    assertThat(decision(next(messages))).isNotEqualTo(first);
    socket.abort();
  }

  private WebSocket open(
      BlockingQueue<JsonObject> messages, @Nullable String visitor, Map<String, Object> init) {
    WebSocket.Builder builder =
        HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws");
    if (visitor != null) {
      builder.header("Attune-Visitor", visitor);
    }
    URI address = URI.create(endpoint.toString().replaceFirst("^http", "ws"));
    WebSocket socket = builder.buildAsync(address, new Listener(messages)).join();
    socket.sendText(
        new JsonObject()
            .put("type", "connection_init")
            .put("payload", new JsonObject(init))
            .encode(),
        true);
    assertThat(nextUnchecked(messages).getString("type")).isEqualTo("connection_ack");
    socket.sendText(
        new JsonObject()
            .put("id", "1")
            .put("type", "subscribe")
            .put("payload", new JsonObject().put("query", HOME))
            .encode(),
        true);
    return socket;
  }

  private static String decision(JsonObject message) {
    assertThat(message.getString("type")).as(message.encode()).isEqualTo("next");
    JsonObject data = message.getJsonObject("payload").getJsonObject("data");
    assertThat(data).as(message.encode()).isNotNull();
    return data.getJsonObject("homeChanged")
        .getJsonObject("hero")
        .getJsonObject("decision")
        .getString("id");
  }

  private static JsonObject nextUnchecked(BlockingQueue<JsonObject> messages) {
    try {
      return next(messages);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonObject next(BlockingQueue<JsonObject> messages) throws InterruptedException {
    @Nullable JsonObject message = messages.poll(20, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return "ping".equals(message.getString("type")) ? next(messages) : message;
  }

  private record Listener(BlockingQueue<JsonObject> messages, StringBuilder text)
      implements WebSocket.Listener {
    Listener(BlockingQueue<JsonObject> messages) {
      this(messages, new StringBuilder());
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(new JsonObject(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
