package dev.attune.models.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the models that serve are as good on real shops as they are said to be. */
class RealShopsTest {
  @TempDir Path directory;

  @Test
  void findsTheLastPurchaseOfBeautyShoppers() {
    Scores scores =
        new LastPurchase(
                SharedData.file("beauty/events.csv.gz"), SharedData.file("beauty/products.csv"))
            .run(told -> {});
    System.out.println("beauty " + scores.values());
    assertThat(scores.get("users")).isEqualTo(22_363);
    assertThat(scores.get("hr@10")).isGreaterThanOrEqualTo(.096);
    assertThat(scores.get("ndcg@10")).isGreaterThanOrEqualTo(.060);
  }

  /** Every sixth question of the test file; all of them is what the command is for. */
  @Test
  void findsTheNextClickOfDigineticaVisits() throws IOException {
    Path train = SharedData.file("diginetica/diginetica_train.txt.gz");
    Path some = directory.resolve("test.txt");
    Files.write(some, everySixth(SharedData.file("diginetica/diginetica_test.txt.gz")));
    Scores scores = new NextClick(train, some).run(told -> {});
    System.out.println("diginetica " + scores.values());
    assertThat(scores.get("p@20")).isGreaterThanOrEqualTo(50);
    assertThat(scores.get("mrr@20")).isGreaterThanOrEqualTo(16.5);
  }

  private static List<String> everySixth(Path file) throws IOException {
    try (InputStream packed = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      int[] number = {0};
      return reader.lines().filter(line -> number[0]++ % 6 == 0).toList();
    }
  }
}
