package dev.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int backtest(String... arguments) {
    out.reset();
    err.reset();
    List<String> words = new ArrayList<>(List.of("backtest"));
    words.addAll(List.of(arguments));
    return new CommandLine(List.of(new Backtest()))
        .run(words, new PrintStream(out, true), new PrintStream(err, true));
  }

  private JsonNode printed() throws IOException {
    return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  /** Writes what {@code export-log} would of forty shoppers who all buy the same way. */
  private String exported() throws IOException {
    StringBuilder events = new StringBuilder();
    for (int shopper = 0; shopper < 40; shopper++) {
      Instant at = START.plus(shopper, ChronoUnit.DAYS);
      for (String product : List.of("soap", "towel", "comb", "brush")) {
        line(events, shopper, at, "VIEW", product + "-sku");
        line(events, shopper, at.plusSeconds(9), "BUY", product);
        at = at.plusSeconds(60);
      }
      line(events, shopper, at, "VIEW", "unknown");
    }
    Path log = Files.createDirectories(directory.resolve("log"));
    Files.writeString(
        log.resolve("products.tsv"),
        """
        soap\tbath\tsoap\tsoap-sku
        towel\tbath\ttowel\ttowel-sku
        comb\tbath\tcomb\tcomb-sku
        brush\tbath\tbrush\tbrush-sku
        """);
    // the second file goes on within a shopper
    int cut = events.indexOf("s07\t2026-01-08T00:01:00");
    packed(log.resolve("events-00000.tsv.gz"), events.substring(0, cut));
    packed(log.resolve("events-00001.tsv.gz"), events.substring(cut));
    return log.toString();
  }

  private static void line(StringBuilder to, int shopper, Instant at, String kind, String subject) {
    String time = at.toString().replace("Z", ".000000Z");
    to.append("s%02d\t%s\t%012d\t%s\t%s\n".formatted(shopper, time, to.length(), kind, subject));
  }

  private static void packed(Path file, String text) throws IOException {
    try (OutputStream to = new GZIPOutputStream(Files.newOutputStream(file))) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void scoresTheLastPurchasesOfAnExportedLog() throws IOException {
    assertThat(backtest("--protocol", "last-purchase", "--log", exported())).isZero();
    assertThat(printed().path("users").asInt()).isEqualTo(40);
    assertThat(printed().has("hr@10")).isTrue();
    // of each soap, towel and a look at the comb, and nothing from the comb's purchase on
    assertThat(told()).contains("events=200").contains("touches=200").contains("shoppers=40");
  }

  @Test
  void scoresTheNextClicksOfAnExportedLogsNewestVisits() throws IOException {
    assertThat(backtest("--protocol", "next-click", "--log", exported())).isZero();
    assertThat(told()).contains("40 visits, asked from 2026-02-06T00:00:00Z on");
    // four visits of four clicks each
    assertThat(printed().path("queries").asInt()).isEqualTo(12);
    assertThat(printed().path("p@20").asDouble()).isEqualTo(100);
    assertThat(printed().path("mrr@20").asDouble()).isGreaterThan(50);
  }

  @Test
  void saysWhatAnExportedLogLacks() throws IOException {
    String log = exported();
    packed(Path.of(log, "events-00000.tsv.gz"), "s01\tyesterday\n");
    assertThat(backtest("--protocol", "next-click", "--log", log)).isEqualTo(1);
    assertThat(told()).contains("INVALID_ROW").contains("events-00000.tsv.gz, line 1");
    packed(Path.of(log, "events-00000.tsv.gz"), "");
    packed(Path.of(log, "events-00001.tsv.gz"), "");
    assertThat(backtest("--protocol", "next-click", "--log", log)).isEqualTo(1);
    assertThat(told()).contains("MISSING_FIELD").contains("no ten visits");
    assertThat(backtest("--protocol", "last-purchase", "--log", log)).isEqualTo(1);
    assertThat(told()).contains("MISSING_FIELD").contains("bought two products");
    Files.delete(Path.of(log, "products.tsv"));
    assertThat(backtest("--protocol", "last-purchase", "--log", log)).isEqualTo(1);
    assertThat(told()).contains("MISSING_FIELD").contains("products.tsv");
  }

  @Test
  void takesFilesOfEitherProtocolOrALog() throws IOException {
    String log = exported();
    assertThat(backtest("--protocol", "last-purchase", "--log", log + "x")).isEqualTo(2);
    assertThat(told()).contains("there is no directory");
    assertThat(backtest("--protocol", "last-purchase", "--log", log, "--events", log)).isEqualTo(2);
    assertThat(told()).contains("in place of --events");
    assertThat(backtest("--protocol", "best", "--log", log)).isEqualTo(2);
    assertThat(told()).contains("--protocol is last-purchase or next-click");
    assertThat(backtest("--log", log)).isEqualTo(2);
    assertThat(backtest("--protocol", "next-click", "--train", log)).isEqualTo(2);
    assertThat(told()).contains("there is no readable file");
  }

  @Test
  void refusesFilesWithoutHeadingOrWithoutItsColumnsOrWithNothingToAsk() throws IOException {
    String products = file("p.csv", "product,attributes\n");
    String row = "anna,soap,2026-01-01T00:00:00Z\n";
    assertThat(lastPurchases(row + "anna,comb,2026-01-02T00:00:00Z\n", products)).isEqualTo(1);
    assertThat(told()).contains("INVALID_ROW").contains("line 1").contains("shopper,product");
    assertThat(lastPurchases("product,price,timestamp,x\n", products)).isEqualTo(1);
    assertThat(told()).contains("INVALID_ROW").contains("line 1");
    assertThat(lastPurchases("shopper,product,timestamp\n" + row, products)).isEqualTo(1);
    assertThat(told()).contains("MISSING_FIELD").contains("bought two products");
    assertThat(lastPurchases("", products)).isEqualTo(1);
    assertThat(told()).contains("MISSING_FIELD");
    String empty = file("empty.txt", "\n");
    String test = file("test.txt", "soap\tcomb\n");
    assertThat(backtest("--protocol", "next-click", "--train", empty, "--test", test)).isEqualTo(1);
    assertThat(told()).contains("MISSING_FIELD").contains("empty.txt");
  }

  private int lastPurchases(String events, String products) throws IOException {
    String file = file("e.csv", events);
    return backtest("--protocol", "last-purchase", "--events", file, "--products", products);
  }
}
