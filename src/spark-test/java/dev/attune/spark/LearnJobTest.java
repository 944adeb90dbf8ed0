package dev.attune.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.models.Models;
import dev.attune.models.Training;
import dev.attune.models.counts.Learned;
import dev.attune.models.counts.ShipmentReader;
import dev.attune.models.counts.ShipmentWriter;
import dev.attune.models.exam.Withholding;
import dev.attune.models.lines.LogLine;
import dev.attune.models.lines.ProductLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the job writes against what one machine learns from the same log, byte by byte. */
class LearnJobTest {
  private static final Instant RETAIL_NOW = Instant.parse("2026-11-05T00:00:00Z");

  @TempDir static Path directory;

  @BeforeAll
  static void runLocally() {
    System.setProperty("spark.master", "local[2]");
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.driver.bindAddress", "127.0.0.1");
    System.setProperty("spark.driver.host", "127.0.0.1");
  }

  @AfterAll
  static void forget() {
    System.clearProperty("spark.master");
  }

  @Test
  void learnsFromALogInPartsWhatOneMachineLearnsFromItAtOnce() throws Exception {
    List<String> events = MadeLines.events();
    Learned learned = sameAsOneMachine("made", MadeLines.products(), events, MadeLines.NOW);
    assertThat(learned.extent().events()).isEqualTo(events.size());
    assertThat(learned.together().size()).isPositive();
    assertThat(learned.near().size()).isPositive();
    assertThat(learned.searches().popular()).isNotEmpty();
    assertThat(learned.orders().several().values()).anyMatch(times -> times > 0);
    assertThat(learned.rhythms().gaps()).anyMatch(gaps -> gaps.length > 0);
    assertThat(learned.steps().all()).isNotEmpty();
    assertThat(learned.visits().newest().size()).isBetween(1, learned.visits().all());
  }

  @Test
  void learnsFromARealShopWhatOneMachineLearns() throws Exception {
    List<String> events = RetailLines.events();
    Learned learned = sameAsOneMachine("retail", RetailLines.products(), events, RETAIL_NOW);
    assertThat(learned.extent().touches()).isGreaterThan(50_000);
  }

  /** Learns from the lines in both ways, the job from three files in a mixed order. */
  private static Learned sameAsOneMachine(
      String name, List<String> products, List<String> events, Instant until) throws Exception {
    Path home = Files.createDirectories(directory.resolve(name));
    Path productFile = Files.write(home.resolve("products.tsv"), products);
    List<String> mixed = new ArrayList<>(events);
    Collections.shuffle(mixed, new Random(1));
    int third = mixed.size() / 3;
    Files.write(home.resolve("events-0.tsv"), mixed.subList(0, third));
    Files.write(home.resolve("events-1.tsv"), mixed.subList(third, 2 * third));
    Files.write(home.resolve("events-2.tsv"), mixed.subList(2 * third, mixed.size()));
    Path job = home.resolve("job.models");
    LearnJob.main(
        new String[] {
          home.resolve("events-*.tsv").toUri().toString(),
          productFile.toUri().toString(),
          job.toUri().toString(),
          until.toString(),
          "7"
        });
    Path one = atOnce(home.resolve("one.models"), products, events, until);
    assertThat(Files.size(job)).isGreaterThan(10_000);
    assertThat(Files.mismatch(job, one)).as("first byte that differs").isEqualTo(-1);
    return ShipmentReader.read(job);
  }

  private static Path atOnce(Path file, List<String> products, List<String> events, Instant until)
      throws IOException {
    Training training =
        new Training(ProductLine.catalog(products), Models.EMPTY, new Withholding());
    events.stream()
        .sorted()
        .map(LogLine::parse)
        .forEach(line -> training.add(line.shopper(), line.at(), line.signals()));
    try (OutputStream out = Files.newOutputStream(file)) {
      ShipmentWriter.write(training.learn(until), out);
    }
    return file;
  }
}
