package dev.attune.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** Sends files as a shop's server does and waits for the last line of the answer. */
final class Feeds {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Gateway gateway;

  Feeds(Gateway gateway) {
    this.gateway = gateway;
  }

  Step products(String name, Path file) throws IOException, InterruptedException {
    return send(name, "/v1/catalog/import?format=google", file);
  }

  Step events(String name, Path file) throws IOException, InterruptedException {
    return send(name, "/v1/events/import", file);
  }

  private Step send(String name, String path, Path file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.address() + path))
            .header("Authorization", "Bearer " + gateway.secretKey())
            .header("Content-Encoding", "gzip")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofFile(file))
            .build();
    long start = System.nanoTime();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    double seconds = Step.secondsSince(start);
    String body = answer.body().strip();
    String last = body.substring(body.lastIndexOf('\n') + 1);
    JsonNode report = JsonMapper.builder().build().readTree(last);
    if (answer.statusCode() != 200 || !report.path("done").asBoolean()) {
      throw new IOException(name + " was answered " + answer.statusCode() + " " + last);
    }
    System.out.println(name + ": " + last);
    return Step.of(name, report.path("read").asLong(), seconds);
  }
}
