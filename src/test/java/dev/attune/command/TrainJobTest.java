package dev.attune.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.models.ModelRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainJobTest {
  @Inject ModelRegistry models;
  @Inject ObjectMapper json;

  @Test
  void printsWhatBecameOfTheTrainingAsJson() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    int code;
    try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      code = new TrainJob(models, json).run();
    } finally {
      System.setOut(before);
    }
    assertThat(code).isZero();
    String last = printed.toString(StandardCharsets.UTF_8).lines().reduce((a, b) -> b).orElse("");
    JsonNode training = json.readTree(last);
    assertThat(training.path("version").asText()).isNotBlank();
    assertThat(training.path("state").asText()).isIn("PROMOTED", "HELD_BACK");
    assertThat(Instant.parse(training.path("trainedAt").asText())).isNotNull();
    assertThat(training.path("millis").isObject()).isTrue();
  }

  @Test
  void hasNoOptions() {
    assertThatThrownBy(() -> new Train().run(List.of("--fast"), System.out, System.err))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("--fast");
  }
}
