package dev.attune.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.catalog.ScratchCatalog;
import dev.attune.catalog.absence.BackInStockSettings;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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

/** Imports into a catalog of their own. */
abstract class ScratchImports {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final BackInStockSettings BACK_IN_STOCK =
      new BackInStockSettings() {
        @Override
        public Duration after() {
          return Duration.ofDays(3);
        }

        @Override
        public Duration shownFor() {
          return Duration.ofDays(14);
        }
      };
  static final String HEADER = "id\ttitle\tprice\titem_group_id\tlink\tproduct_type\n";

  ScratchCatalog scratch;
  PgImports imports;
  final List<String> rejected = new ArrayList<>();

  @BeforeEach
  void open() throws SQLException {
    scratch = new ScratchCatalog();
    imports = at(NOW);
  }

  /** Imports at an instant. */
  PgImports at(Instant now) {
    return new PgImports(scratch.dataSource(), Clock.fixed(now, ZoneOffset.UTC), BACK_IN_STOCK);
  }

  @AfterEach
  void close() throws SQLException {
    scratch.close();
  }

  ImportSummary delta(String... rows) {
    return run(body(rows), Mode.DELTA, false);
  }

  ImportSummary full(boolean force, String... rows) {
    return run(body(rows), Mode.FULL, force);
  }

  ImportSummary run(InputStream body, Mode mode, boolean force) {
    ImportListener listener =
        new ImportListener() {
          @Override
          public void rejected(long line, Rejection rejection) {
            rejected.add(line + " " + rejection.code() + " " + rejection.field());
          }
        };
    return imports.run(body, new ImportRequest(Format.GOOGLE, mode, force), listener);
  }

  List<String> live() throws SQLException {
    return scratch.texts("select id from product where archived_at is null order by id");
  }

  String version() throws SQLException {
    return scratch.texts("select version from catalog_version").get(0);
  }

  static void assertCode(ErrorCode code, Runnable run) {
    assertThatThrownBy(run::run)
        .isInstanceOfSatisfying(
            AttuneException.class, failed -> assertThat(failed.code()).isEqualTo(code));
  }

  static String[] rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> row("p" + i, "Lamp " + i))
        .toArray(String[]::new);
  }

  static String row(String id, String title) {
    return row(id, title, "");
  }

  static String row(String id, String title, String group) {
    return String.join("\t", id, title, "10.00 USD", group, "", "Home > Lamps") + "\n";
  }

  static String linked(String id, String title, String link) {
    return String.join("\t", id, title, "", "", link, "") + "\n";
  }

  static InputStream body(String... rows) {
    String text = HEADER + Arrays.stream(rows).collect(Collectors.joining());
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
