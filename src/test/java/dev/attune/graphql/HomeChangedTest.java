package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.TestShop;
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

  @Test
  void whoAsksMayBeSaidInShort() throws InterruptedException {
    BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    WebSocket socket = open(messages, null, Map.of("visitor", "hc-short", "market", "DE"));
    String first = decision(next(messages));
    Storefront.of("hc-short").view("h1", "hc-p", Instant.now().toString());
    assertThat(decision(next(messages))).isNotEqualTo(first);
    socket.abort();
    BlockingQueue<JsonObject> signedIn = new LinkedBlockingQueue<>();
    begin(signedIn, null, Map.of("token", shortToken()));
    assertThat(next(signedIn).getInteger("closed")).isEqualTo(4403);
  }

  @Test
  void documentsAreBoundedAsTheyAreOverHttp() throws InterruptedException {
    BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    WebSocket socket = begin(messages, "hc-deep", Map.of());
    subscribe(socket, "ok", "{ __typename }");
    assertThat(next(messages).getString("type")).isEqualTo("next");
    assertThat(next(messages).getString("type")).isEqualTo("complete");
    subscribe(socket, "deep", "{ home { rails " + "{ items ".repeat(13) + " }".repeat(13) + " } }");
    assertThat(refusal(next(messages), "deep")).isEqualTo("DOCUMENT_TOO_DEEP");
    subscribe(socket, "wide", "{ " + "x: __typename ".repeat(200) + "}");
    assertThat(refusal(next(messages), "wide")).isEqualTo("DOCUMENT_TOO_LARGE");
    socket.abort();
  }

  @Test
  void soManyOperationsRunAtATimeAndNoMore() throws InterruptedException {
    BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    WebSocket socket = begin(messages, "hc-many", Map.of());
    for (int i = 0; i < 10; i++) {
      subscribe(socket, "s" + i, HOME);
      decision(next(messages));
    }
    subscribe(socket, "one-more", HOME);
    assertThat(refusal(next(messages), "one-more")).isEqualTo("TOO_MANY_OPERATIONS");
    send(socket, new JsonObject().put("id", "s0").put("type", "complete"));
    subscribe(socket, "again", HOME);
    decision(next(messages));
    socket.abort();
  }

  @Test
  void anExpiredTokenEndsTheConnectionWith4403() throws InterruptedException {
    BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    begin(messages, null, Map.of("Authorization", "Bearer " + shortToken()));
    assertThat(next(messages).getInteger("closed")).isEqualTo(4403);
  }

  @Test
  void thePageContextOfTheFirstMessageHoldsUnlessTheOperationNamesOne()
      throws InterruptedException {
    new TestShop().product("hc-shown", "Hcshop", "Hc").open();
    BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    WebSocket socket =
        begin(
            messages,
            "hc-context",
            Map.of(
                "Accept-Language", "fr", "context", new JsonObject().put("locale", "de").getMap()));
    subscribe(socket, "init", "subscription { homeChanged { rails(first: 1) { title } } }");
    assertThat(next(messages).encode()).contains("Gerade beliebt");
    subscribe(
        socket,
        "own",
        "subscription { homeChanged(context: {locale: \"en\"}) { rails(first: 1) { title } } }");
    assertThat(next(messages).encode()).contains("Popular right now");
    socket.abort();
  }

  private static String shortToken() {
    return given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body(Map.of("sub", "hc-customer", "expiresIn", 6))
        .post("/v1/tokens")
        .path("token");
  }

  private WebSocket open(
      BlockingQueue<JsonObject> messages, @Nullable String visitor, Map<String, Object> init) {
    WebSocket socket = begin(messages, visitor, init);
    subscribe(socket, "1", HOME);
    return socket;
  }

  private WebSocket begin(
      BlockingQueue<JsonObject> messages, @Nullable String visitor, Map<String, Object> init) {
    WebSocket.Builder builder =
        HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws");
    if (visitor != null) {
      builder.header("Attune-Visitor", visitor);
    }
    URI address = URI.create(endpoint.toString().replaceFirst("^http", "ws"));
    WebSocket socket = builder.buildAsync(address, new Listener(messages)).join();
    send(
        socket,
        new JsonObject().put("type", "connection_init").put("payload", new JsonObject(init)));
    assertThat(nextUnchecked(messages).getString("type")).isEqualTo("connection_ack");
    return socket;
  }

  private static void subscribe(WebSocket socket, String id, String document) {
    send(
        socket,
        new JsonObject()
            .put("id", id)
            .put("type", "subscribe")
            .put("payload", new JsonObject().put("query", document)));
  }

  /** Sends and waits until it is sent: a socket takes one message at a time. */
  private static void send(WebSocket socket, JsonObject message) {
    socket.sendText(message.encode(), true).join();
  }

  private static String refusal(JsonObject message, String id) {
    assertThat(message.getString("type")).as(message.encode()).isEqualTo("error");
    assertThat(message.getString("id")).isEqualTo(id);
    return message
        .getJsonArray("payload")
        .getJsonObject(0)
        .getJsonObject("extensions")
        .getString("code");
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

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      messages.add(new JsonObject().put("closed", status));
      return null;
    }
  }
}
