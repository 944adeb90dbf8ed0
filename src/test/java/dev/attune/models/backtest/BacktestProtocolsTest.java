package dev.attune.models.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.platform.error.AttuneException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestProtocolsTest {
  @TempDir Path directory;

  private final List<String> progress = new ArrayList<>();

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(directory.resolve(name), String.join("\n", lines));
  }

  private Scores lastPurchase(Path events, Path products) {
    return new LastPurchase(events, products).run(progress::add);
  }

  @Test
  void findsTheLastPurchaseOfWhoBuysLikeOthers() throws IOException {
    List<String> lines = new ArrayList<>(List.of("shopper,product,timestamp"));
    for (int i = 0; i < 8; i++) {
      for (String product : List.of("soap", "towel", "comb", "brush" + i, "last" + i)) {
        lines.add("s" + i + "," + product + ",2026-01-0" + (lines.size() % 5 + 1) + "T00:00:00Z");
      }
    }
    lines.add("new,soap,2026-02-01T00:00:00Z");
    lines.add("new,towel,2026-02-02T00:00:00Z");
    Scores scores =
        lastPurchase(
            file("events.csv", lines.toArray(String[]::new)), file("p.csv", "product,attributes"));
    assertThat(scores.get("users")).isEqualTo(9);
    assertThat(scores.get("hr@5")).isGreaterThanOrEqualTo(Math.round(1e5 / 9) / 1e5);
    assertThat(progress).anyMatch(told -> told.contains("9 shoppers"));
    assertThat(scores.values()).containsKeys("hr@10", "ndcg@20", "trainSeconds", "queryP99Micros");
  }

  @Test
  void doesNotLearnFromAnybodysLastTwo() throws IOException {
    List<String> lines = new ArrayList<>(List.of("shopper,product,timestamp"));
    for (int i = 0; i < 20; i++) {
      lines.add("s" + i + ",soap,2026-01-01T00:00:00Z");
      lines.add("s" + i + ",secret,2026-01-02T00:00:00Z");
    }
    Scores scores =
        lastPurchase(
            file("events.csv", lines.toArray(String[]::new)), file("p.csv", "product,attributes"));
    assertThat(scores.get("users")).isEqualTo(20);
    assertThat(scores.get("hr@20")).isZero();
  }

  @Test
  void findsTheNextClickAlsoWhenItIsTheSameAgainAndReadsGzip() throws IOException {
    String train = "1 2 3\n".repeat(30) + "7 7\n7 7\n";
    Path packed = directory.resolve("train.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(train.getBytes(StandardCharsets.UTF_8));
    }
    Path test = file("test.txt", "1 2\t3", "1\t2", "unknown\t2");
    Scores scores = new NextClick(packed, test).run(progress::add);
    assertThat(scores.get("queries")).isEqualTo(3);
    assertThat(scores.get("p@20")).isEqualTo(66.667);
  }

  @Test
  void namesTheLineThatIsNotAsDescribed() throws IOException {
    Path events = file("events.csv", "shopper,product,timestamp", "a,b,yesterday");
    Path products = file("p.csv", "product,attributes");
    assertThatThrownBy(() -> lastPurchase(events, products))
        .isInstanceOf(AttuneException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("yesterday");
  }
}
