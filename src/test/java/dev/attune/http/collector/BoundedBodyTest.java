package dev.attune.http.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.error.AttuneException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whoeverNeverEndsABodyIsToldSoAndLetsOthersIn() throws IOException {
    try (Socket socket = sent("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345")) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains("400").endsWith("TRUNCATED");
    }
  }

  @Test
  void aBodyThatIsWholeInTimeIsRead() throws IOException {
    try (Socket socket =
        sent("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\n12345")) {
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains("200").endsWith("12345");
    }
  }

  private Socket sent(String request) throws IOException {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                one ->
                    BoundedBody.read(one, 100, Duration.ofMillis(300))
                        .subscribe()
                        .with(
                            body -> one.response().end(new String(body, StandardCharsets.UTF_8)),
                            failure ->
                                one.response()
                                    .setStatusCode(400)
                                    .end(((AttuneException) failure).code().name())))
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    Socket socket = new Socket("localhost", server.actualPort());
    socket.setSoTimeout(30_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }
}
