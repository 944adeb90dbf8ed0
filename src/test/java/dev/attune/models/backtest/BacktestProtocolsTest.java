package dev.attune.models.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.platform.error.AttuneException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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

  /** The same purchases, written in another way. */
  private void isAnswered(String products, String... events) throws IOException {
    progress.clear();
    Scores scores = lastPurchase(file("events.csv", events), file("p.csv", products));
    assertThat(scores.get("users")).as(events[0]).isEqualTo(1);
    assertThat(progress).as(events[0]).contains("2 products, 1 shoppers");
  }

  @Test
  void readsColumnsByNameOrPlaceAndTimesAsShopsWriteThem() throws IOException {
    isAnswered(
        "product,attributes", "shopper,product,timestamp", "a,x,2026-01-02", "a,y,2026-01-03");
    isAnswered("id;brand", "time;qty;sku;user_id", "2026-01-02 10:00:00;1;x;a", "1767500000;1;y;a");
    isAnswered(
        "productId\tcategory\nx\tHair > Combs",
        "\uFEFFCustomer ID\tItem\tDate",
        "a\tx\t2026-01-02T10:00:00+02:00",
        "a\t\"y\"\t1767500000000");
    isAnswered("p,q", "who,what,when", "a,x,20260102", "a,\"y\",2026-01-02T10:00", "");
    isAnswered(
        "item_id,title,category_id",
        "event_time,event_type,product_id,price,user_id",
        "2026-01-02 10:00:00 UTC,purchase,x,1.5,a",
        "2026-01-03 10:00:00 UTC,purchase,\"y\",\"1,5\",a",
        "2026-01-04 10:00:00 UTC,view,x,1.5,a");
    assertThat(progress).contains("1 rows are no purchases and are left out");
  }

  @Test
  void readsTimesToTheInstant() {
    for (String text :
        List.of(
            "2020-09-25T18:32:36Z",
            "2020-09-25 18:32:36",
            "2020-09-25T20:32:36+02:00",
            "2020-09-25 20:32:36 +0200",
            "2020/09/25 18:32:36 UTC",
            "2020-09-25T18:32:36.000",
            "1601058756",
            "1601058756.0",
            "1601058756000",
            "1601058756000000")) {
      assertThat(Times.read(text)).as(text).contains(Instant.parse("2020-09-25T18:32:36Z"));
    }
    for (String day : List.of("2020-09-25", "20200925", "2020-9-25", "2020-09-25 00:00")) {
      assertThat(Times.read(day)).as(day).contains(Instant.parse("2020-09-25T00:00:00Z"));
    }
    for (String none : List.of("yesterday", "25/09/2020", "2020-13-25", "")) {
      assertThat(Times.read(none)).as(none).isEmpty();
    }
  }

  @Test
  void makesAttributesOfCategoriesAndBrands() {
    Heading heading =
        Heading.of(List.of("Brand", "price", "ID", "Category", "url"), Heading.PRODUCTS)
            .orElseThrow();
    assertThat(heading.columns()).containsEntry(Heading.Meaning.OWN_ID, 2).hasSize(1);
    assertThat(heading.labels()).hasSize(2).containsEntry(0, "brand").containsEntry(3, "category");
  }

  @Test
  void namesTheLineOfAQuoteNeverClosedAndOfARowTooLong() throws IOException {
    Path products = file("p.csv", "product,attributes");
    Path open = file("e.csv", "shopper,product,timestamp", "a,x,1", "a,\"y,2", "a,z,3");
    assertThatThrownBy(() -> lastPurchase(open, products)).hasMessageContaining("line 3");
    Path wide = file("w.csv", "shopper,product,timestamp", "a,x,y,1");
    assertThatThrownBy(() -> lastPurchase(wide, products)).hasMessageContaining("line 2");
    Path strange = file("s.csv", "a,b,c,d", "1,2,3,4");
    assertThatThrownBy(() -> lastPurchase(strange, products))
        .hasMessageContaining("line 1")
        .hasMessageContaining("shopper,product,timestamp")
        .hasMessageContaining("a,b,c,d");
  }

  @Test
  void countsRepurchasesApartAndTheSameRowOnce() throws IOException {
    Path events =
        file(
            "e.csv",
            "shopper,product,timestamp",
            "a,x,2026-01-01",
            "a,y,2026-01-02",
            "a,y,2026-01-02",
            "b,x,2026-01-01",
            "b,y,2026-01-02",
            "b,x,2026-01-03",
            "c,x,2026-01-01",
            "c,x,2026-01-01");
    Scores scores = lastPurchase(events, file("p.csv", "product,attributes"));
    assertThat(scores.get("users")).isEqualTo(1);
    assertThat(scores.get("repurchases")).isEqualTo(1);
    assertThat(progress).contains("2 rows say again what another says and are left out");
  }

  @Test
  void takesCommasBetweenClicksAndWarnsWhereNothingCanBeFound() throws IOException {
    Path train = file("train.txt", "1,2,3\n".repeat(30), "7;7", "7\t7");
    Scores scores = new NextClick(train, file("test.txt", "1,2\t3")).run(progress::add);
    assertThat(scores.get("p@20")).isEqualTo(100);
    assertThat(progress).noneMatch(told -> told.contains("Warning"));
    new NextClick(train, file("test.txt", "1,2\tthree")).run(progress::add);
    assertThat(progress).anyMatch(told -> told.startsWith("Warning: not one product"));
    Path commas = file("test.txt", "1,2,3");
    assertThatThrownBy(() -> new NextClick(train, commas).run(progress::add))
        .hasMessageContaining("line 1")
        .hasMessageContaining("a tab");
  }
}
