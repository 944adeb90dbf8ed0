package dev.attune.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.SharedData;
import dev.attune.catalog.ScratchCatalog;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgImportsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String HEADER = "id\ttitle\tprice\titem_group_id\tlink\tproduct_type\n";

  private ScratchCatalog scratch;
  private PgImports imports;
  private final List<String> rejected = new ArrayList<>();

  @BeforeEach
  void open() throws SQLException {
    scratch = new ScratchCatalog();
    imports = new PgImports(scratch.dataSource(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() throws SQLException {
    scratch.close();
  }

  @Test
  void storesOnlyWhatChanged() throws SQLException {
    assertThat(delta(row("a", "Lamp"), row("b", "Chair")))
        .isEqualTo(new ImportSummary(2, 2, 0, 0, 0, 0));
    String version = version();

    assertThat(delta(row("a", "Lamp"), row("b", "Chair")))
        .isEqualTo(new ImportSummary(2, 0, 2, 0, 0, 0));
    assertThat(version()).isEqualTo(version);

    assertThat(delta(row("b", "Armchair"))).isEqualTo(new ImportSummary(1, 1, 0, 0, 0, 0));
    assertThat(version()).isNotEqualTo(version);
    assertThat(live()).containsExactly("a", "b");
    assertThat(scratch.texts("select title from variant order by id"))
        .containsExactly("Lamp", "Armchair");
  }

  @Test
  void archivesWhatAFullFeedLeavesOutAndBringsItBack() throws SQLException {
    full(false, rows(10));
    List<String> added = scratch.texts("select added_at from product where id = 'p9'");

    assertThat(full(false, rows(9))).isEqualTo(new ImportSummary(9, 0, 9, 0, 1, 0));
    assertThat(live()).hasSize(9).doesNotContain("p9");

    assertThat(full(false, rows(10))).isEqualTo(new ImportSummary(10, 1, 9, 0, 0, 0));
    assertThat(live()).hasSize(10).contains("p9");
    assertThat(scratch.texts("select added_at from product where id = 'p9'")).isEqualTo(added);
  }

  @Test
  void refusesAFullFeedThatLosesMoreThanAFifthUnlessForced() throws SQLException {
    full(false, rows(10));
    String version = version();

    assertThat(full(false, rows(8)).archived()).isEqualTo(2);
    assertCode(ErrorCode.IMPORT_REFUSED, () -> full(false, rows(6)));
    assertThat(live()).hasSize(8);
    assertThat(version()).isNotEqualTo(version);

    assertThat(full(true, rows(6)).archived()).isEqualTo(2);
    assertThat(live()).hasSize(6);
    assertThat(scratch.texts("select failure from import_run order by id"))
        .containsExactly("null", "null", "IMPORT_REFUSED", "null");
  }

  @Test
  void refusesAFullFeedWithTooManyWrongRowsUnlessForced() throws SQLException {
    String[] wrong = {row("a", "Lamp"), row("b", "Chair"), row("c", ""), row("a", "Again")};

    assertCode(ErrorCode.IMPORT_REFUSED, () -> full(false, wrong));
    assertThat(live()).isEmpty();

    assertThat(full(true, wrong)).isEqualTo(new ImportSummary(4, 2, 0, 2, 0, 0));
  }

  @Test
  void rejectsTheSecondRowOfAnIdAndNamesTheFirst() throws SQLException {
    assertThat(delta(row("a", "Lamp"), row("b", "Chair"), row("a", "Other"), row("a", "Third")))
        .isEqualTo(new ImportSummary(4, 2, 0, 2, 0, 0));

    assertThat(rejected).containsExactly("4 DUPLICATE_ID id", "5 DUPLICATE_ID id");
    assertThat(scratch.texts("select title from variant where id = 'a'")).containsExactly("Lamp");
  }

  @Test
  void groupsVariantsThatStandFarApart() throws SQLException {
    List<String> rows = new ArrayList<>(Arrays.asList(rows(50)));
    rows.add(0, row("g-1", "Chair - Oat", "group"));
    rows.add(row("g-2", "Chair - Moss", "group"));
    delta(rows.toArray(String[]::new));

    assertThat(scratch.texts("select id from variant where product_id = 'group' order by position"))
        .containsExactly("g-1", "g-2");
    assertThat(live()).hasSize(51);
  }

  @Test
  void archivesAProductWithItsLastVariantOnly() throws SQLException {
    String other = row("other", "Other");
    full(false, row("g-1", "A", "group"), row("g-2", "B", "group"), other);

    assertThat(full(false, row("g-2", "B", "group"), other).archived()).isEqualTo(1);
    assertThat(live()).containsExactly("group", "other");

    assertThat(full(true, row("g-2", "B", "elsewhere"), other).stored()).isEqualTo(1);
    assertThat(live()).containsExactly("elsewhere", "other");
  }

  @Test
  void givesEveryProductAHandleOfItsOwnAndKeepsIt() throws SQLException {
    delta(
        linked("1", "Lamp", "https://shop.example/p/my-lamp.html?x=1"),
        linked("2", "Lamp", "https://shop.example/p/2"),
        linked("3", "Lamp", "https://shop.example/p/shared"),
        linked("4", "Chair", "https://shop.example/p/shared"),
        linked("5", "Lamp 3", ""),
        linked("6", "★", ""));
    delta(linked("7", "My lamp", ""), linked("1", "Other lamp", "/p/renamed"));

    assertThat(scratch.texts("select handle from product order by id"))
        .startsWith("my-lamp", "lamp")
        .contains("chair", "product", "my-lamp-7", "lamp-3")
        .doesNotHaveDuplicates()
        .hasSize(7);
  }

  @Test
  void buildsTheCategoryTreeInOrderOfAppearance() throws SQLException {
    delta(
        "1\tA\t\t\t\tHome > Lighting > Pendants\n",
        "2\tB\t\t\t\tGarden\n",
        "3\tC\t\t\t\tHome > Chairs\n",
        "4\tD\t\t\t\thome > LIGHTING\n");

    assertThat(scratch.texts("select id from category order by position"))
        .containsExactly(
            "home", "home-lighting", "home-lighting-pendants", "garden", "home-chairs");
    assertThat(scratch.texts("select path::text from category where id = 'home-lighting'"))
        .containsExactly("{Home,Lighting}");
  }

  @Test
  void changesNothingWhenTheBodyEndsEarly() throws IOException, SQLException {
    byte[] packed = gzip(HEADER + String.join("", rows(2_000)));
    byte[] short8 = Arrays.copyOf(packed, packed.length - 8);
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    byte[] damaged = packed.clone();
    damaged[packed.length - 6] ^= 1;

    for (byte[] body : List.of(short8, half, damaged)) {
      assertCode(ErrorCode.TRUNCATED, () -> run(new ByteArrayInputStream(body), Mode.DELTA, false));
    }
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream((HEADER + row("a", "Lamp")).getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Connection reset");
              }
            });
    assertCode(ErrorCode.TRUNCATED, () -> run(broken, Mode.DELTA, false));
    assertThat(live()).isEmpty();
    assertThat(version()).isEqualTo("0");

    byte[] twoMembers = concat(gzip(HEADER + row("a", "Lamp")), gzip(row("b", "Chair")));
    assertThat(run(new ByteArrayInputStream(twoMembers), Mode.DELTA, false).stored()).isEqualTo(2);
  }

  @Test
  void runsOneImportAtATime() throws SQLException {
    List<ErrorCode> second = new ArrayList<>();
    ImportListener whileRunning =
        new ImportListener() {
          @Override
          public void headerRead() {
            assertThatThrownBy(() -> delta(row("b", "Chair")))
                .isInstanceOfSatisfying(
                    AttuneException.class, running -> second.add(running.code()));
          }
        };
    InputStream body = body(row("a", "Lamp"));
    imports.run(body, new ImportRequest(Format.GOOGLE, Mode.DELTA, false), whileRunning);

    assertThat(second).containsExactly(ErrorCode.IMPORT_RUNNING);
    assertThat(live()).containsExactly("a");
    assertThat(delta(row("b", "Chair")).stored()).isEqualTo(1);
  }

  @Test
  void importsTheDirtyFeedOfAnElectronicsShop() throws IOException, SQLException {
    List<ImportSummary> runs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (InputStream feed = Files.newInputStream(SharedData.file("icecat/products.tsv.gz"))) {
        runs.add(run(feed, Mode.FULL, false));
      }
    }

    assertThat(runs)
        .containsExactly(
            new ImportSummary(19_406, 19_406, 0, 0, 0, 1),
            new ImportSummary(19_406, 0, 19_406, 0, 0, 1));
    assertThat(scratch.texts("select count(*) from product")).containsExactly("19406");
  }

  private ImportSummary delta(String... rows) {
    return run(body(rows), Mode.DELTA, false);
  }

  private ImportSummary full(boolean force, String... rows) {
    return run(body(rows), Mode.FULL, force);
  }

  private ImportSummary run(InputStream body, Mode mode, boolean force) {
    ImportListener listener =
        new ImportListener() {
          @Override
          public void rejected(long line, Rejection rejection) {
            rejected.add(line + " " + rejection.code() + " " + rejection.field());
          }
        };
    return imports.run(body, new ImportRequest(Format.GOOGLE, mode, force), listener);
  }

  private List<String> live() throws SQLException {
    return scratch.texts("select id from product where archived_at is null order by id");
  }

  private String version() throws SQLException {
    return scratch.texts("select version from catalog_version").get(0);
  }

  private static void assertCode(ErrorCode code, Runnable run) {
    assertThatThrownBy(run::run)
        .isInstanceOfSatisfying(
            AttuneException.class, failed -> assertThat(failed.code()).isEqualTo(code));
  }

  private static String[] rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row("p" + i, "Lamp " + i))
        .toArray(String[]::new);
  }

  private static String row(String id, String title) {
    return row(id, title, "");
  }

  private static String row(String id, String title, String group) {
    return String.join("\t", id, title, "10.00 USD", group, "", "Home > Lamps") + "\n";
  }

  private static String linked(String id, String title, String link) {
    return String.join("\t", id, title, "", "", link, "") + "\n";
  }

  private static InputStream body(String... rows) {
    String text = HEADER + Arrays.stream(rows).collect(Collectors.joining());
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
