package dev.attune.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.catalog.feed.text.Fingerprint;
import dev.attune.catalog.feed.text.Murmur;
import dev.attune.catalog.store.staged.KnownRows;
import dev.attune.catalog.store.staged.PgPackedRows;
import dev.attune.platform.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Feeds that are long enough to be compared with all that the store knows. */
class PgKnownRowsTest extends ScratchImports {
  private static final int LONG = 1_500;

  @Test
  void passesOverRowsThatAreWrittenAsBefore() throws SQLException {
    delta(rows(LONG));
    alter("update variant set content_hash = md5('other')::uuid");

    assertThat(delta(rows(LONG))).isEqualTo(new ImportSummary(LONG, 1_000, 500, 0, 0, 0));
  }

  @Test
  void readsRowsOnceMoreThatAreWrittenInAnotherWay() throws SQLException {
    delta(rows(LONG));
    List<String> written = scratch.texts("select row_hash from variant order by id");
    String version = version();
    alter("update variant set row_hash = null");

    assertThat(delta(rows(LONG))).isEqualTo(new ImportSummary(LONG, 0, LONG, 0, 0, 0));
    assertThat(scratch.texts("select row_hash from variant order by id")).isEqualTo(written);
    assertThat(version()).isEqualTo(version);
  }

  @Test
  void findsTheSecondRowOfAnIdAmongRowsThatAreWrittenAsBefore() {
    List<String> feed = new ArrayList<>(Arrays.asList(rows(LONG)));
    feed.add(row("p1200", "Again"));
    feed.add(feed.get(3));

    delta(feed.toArray(String[]::new));
    assertThat(delta(feed.toArray(String[]::new)))
        .isEqualTo(new ImportSummary(LONG + 2, 0, LONG, 2, 0, 0));
    assertThat(rejected)
        .containsExactly(
            "1502 DUPLICATE_ID id",
            "1503 DUPLICATE_ID id",
            "1502 DUPLICATE_ID id",
            "1503 DUPLICATE_ID id");
  }

  @Test
  void archivesWhatALongFullFeedLeavesOutAndKeepsEveryPosition() throws SQLException {
    full(false, rows(LONG));
    String[] shorter = Arrays.copyOf(rows(LONG), 1_400);
    shorter[1_399] = row("new", "Lamp");

    assertThat(full(false, shorter)).isEqualTo(new ImportSummary(1_400, 1, 1_399, 0, 101, 0));
    assertThat(live()).hasSize(1_400).contains("new").doesNotContain("p1399", "p1499");
    assertThat(full(false, rows(LONG)).stored()).isEqualTo(101);
    assertThat(scratch.texts("select id from variant order by position desc limit 2"))
        .containsExactly("new", "p1499");
  }

  @Test
  void leavesNoNewRowBehindWhenAFullFeedIsRefused() throws SQLException {
    full(false, rows(10));

    assertCode(ErrorCode.IMPORT_REFUSED, () -> full(false, row("new", "Lamp")));
    assertThat(scratch.texts("select count(*) from variant")).containsExactly("10");
  }

  @Test
  void knowsIdsWithBackslashesAgain() {
    String[] odd = {row("a\\b", "Lamp"), row("a\\\\b", "Chair"), row("ä\\N", "Table")};

    assertThat(full(false, odd)).isEqualTo(new ImportSummary(3, 3, 0, 0, 0, 0));
    assertThat(full(false, odd)).isEqualTo(new ImportSummary(3, 0, 3, 0, 0, 0));
    assertThat(full(false, odd[0], odd[1], odd[2], row("c", "Bed")).archived()).isZero();
  }

  @Test
  void packsWhatTheVariantsSayWhateverHappensToThem() throws SQLException {
    String[] feed = rows(LONG);
    delta(feed);
    assertPackedAsStored();
    long parts = parts();

    feed[7] = row("p7", "Lantern");
    feed[1_400] = row("p1400", "Lantern");
    assertThat(delta(feed)).isEqualTo(new ImportSummary(LONG, 2, 1_498, 0, 0, 0));
    assertPackedAsStored();
    assertThat(parts()).isEqualTo(parts + 1);
    assertThat(delta(rows(LONG))).isEqualTo(new ImportSummary(LONG, 2, 1_498, 0, 0, 0));
    assertThat(scratch.texts("select title from variant where id in ('p7', 'p1400') order by id"))
        .containsExactly("Lamp 1400", "Lamp 7");
    assertPackedAsStored();

    full(false, Arrays.copyOf(rows(LONG), 1_400));
    assertPackedAsStored();
    assertThat(delta(rows(LONG))).isEqualTo(new ImportSummary(LONG, 100, 1_400, 0, 0, 0));
    assertThat(live()).hasSize(LONG);
    assertPackedAsStored();

    delta(row("p1300", "Lantern"), row("short", "Lamp"));
    assertPackedAsStored();
    assertThat(delta(rows(LONG)).stored()).isEqualTo(1);
    assertThat(scratch.texts("select title from variant where id = 'p1300'"))
        .containsExactly("Lamp 1300");
    assertPackedAsStored();
  }

  @Test
  void packsWhatAnotherHeaderMadeItReadAgain() throws SQLException {
    delta(rows(LONG));
    String header = "id\ttitle\tprice\titem_group_id\tlink\tproduct_type\tcolor\n";

    assertThat(headed(header, rows(LONG))).isEqualTo(new ImportSummary(LONG, 0, LONG, 0, 0, 0));
    assertPackedAsStored();
    alter("update variant set content_hash = md5('other')::uuid");
    assertThat(headed(header, rows(LONG)).unchanged()).isEqualTo(500);
    assertPackedAsStored();
  }

  @Test
  void packsNothingOfAnImportThatFailsAndEverythingWhenItIsBegunAgain()
      throws SQLException, IOException {
    delta(rows(LONG));
    long parts = parts();
    String[] feed = rows(LONG);
    Arrays.setAll(feed, i -> row("p" + i, "Lantern " + i));
    byte[] packed = gzip(HEADER + String.join("", feed));
    byte[] cut = Arrays.copyOf(packed, packed.length - 5);

    assertCode(ErrorCode.TRUNCATED, () -> run(new ByteArrayInputStream(cut), Mode.DELTA, false));
    assertThat(parts()).isEqualTo(parts);
    assertPackedAsStored();
    assertThat(delta(feed)).isEqualTo(new ImportSummary(LONG, LONG, 0, 0, 0, 0));
    assertPackedAsStored();
  }

  @Test
  void packsAnewWhenSomebodyElseHasWrittenVariants() throws SQLException {
    delta(rows(LONG));
    alter("delete from variant where id = 'p1200'");
    alter("update variant set archived_at = now() where id = 'p1300'");

    assertThat(delta(rows(LONG))).isEqualTo(new ImportSummary(LONG, 2, 1_498, 0, 0, 0));
    assertThat(live()).hasSize(LONG);
    assertThat(doubts()).isZero();
    assertPackedAsStored();
  }

  @Test
  void losesNothingWhenThePackedRowsAreWrong() throws SQLException {
    delta(rows(LONG));
    alter("set attune.packs_rows = on; delete from variant where id in ('p3', 'p1200')");
    String[] feed = rows(LONG);
    feed[1_200] = row("p1200", "Lantern");

    assertCode(ErrorCode.UNAVAILABLE, () -> delta(feed));
    assertThat(delta(feed)).isEqualTo(new ImportSummary(LONG, 2, 1_498, 0, 0, 0));
    assertPackedAsStored();

    alter(
        "set attune.packs_rows = on;"
            + " insert into variant select (jsonb_populate_record(variant, '{\"id\": \"x\"}')).*"
            + " from variant where id = 'p3'");
    feed[3] = row("x", "Lamp");
    assertCode(ErrorCode.UNAVAILABLE, () -> delta(feed));
    assertThat(delta(feed).read()).isEqualTo(LONG);
    assertPackedAsStored();
  }

  @Test
  void takesPartsThatItCannotReadForDoubts() throws SQLException {
    delta(rows(LONG));
    for (String part : List.of("1, '\\x00'", "2, ''")) {
      alter("insert into packed_rows (format, rows) values (" + part + ")");
      assertThat(delta(rows(LONG))).isEqualTo(new ImportSummary(LONG, 0, LONG, 0, 0, 0));
      assertThat(parts()).isEqualTo(1);
      assertPackedAsStored();
    }
  }

  @Test
  void leavesADoubtWhereReadingThePartsFails() throws SQLException {
    delta(rows(LONG));
    try (Connection connection = scratch.dataSource().getConnection()) {
      PgPackedRows packed = new PgPackedRows(connection);
      packed.look(0);
      alter("update packed_rows set rows = '\\x00'");

      assertThatThrownBy(packed::read).isInstanceOf(BufferUnderflowException.class);
      packed.doubtWhenWrong();
    }
    assertThat(doubts()).isEqualTo(1);
  }

  @Test
  void doesNotDoubtPartsThatAreNotToBlame() throws SQLException {
    delta(rows(LONG));
    alter(
        "create function fail() returns trigger language plpgsql as"
            + " $$ begin raise unique_violation; end $$;"
            + "create trigger fail before update on product execute function fail()");
    String[] feed = rows(LONG);
    feed[3] = row("p3", "Lantern");

    assertCode(ErrorCode.UNAVAILABLE, () -> delta(feed));
    assertPackedAsStored();
  }

  @Test
  void leavesADoubtWhateverTheWritersPathRoleAndRights() throws SQLException {
    delta(rows(LONG));
    String update = "update public.variant set row_hash = null where id = 'p3'";
    String role =
        scratch
            .texts(
                "select 'writer_' || oid from pg_database" + " where datname = current_database()")
            .get(0);
    alter("create role " + role + "; grant select, update on variant to " + role);
    try {
      for (String how :
          List.of(
              "set search_path = ''",
              "set session_replication_role = replica",
              "set role " + role)) {
        alter(how + "; " + update);
        assertThat(doubts()).as(how).isEqualTo(1);
        delta(rows(LONG));
        assertThat(doubts()).as(how).isZero();
        assertPackedAsStored();
      }
    } finally {
      alter("drop owned by " + role + "; drop role " + role);
    }
  }

  @Test
  void packsAnewWhenMoreThanHalfAsManyRowsAreSuperseded() throws SQLException {
    delta(rows(LONG));
    String[] feed = rows(LONG);
    Arrays.setAll(feed, i -> i < 400 ? row("p" + i, "Lantern") : feed[i]);

    delta(feed);
    assertThat(packedRows()).isEqualTo(LONG + 400);
    delta(rows(LONG));
    assertThat(packedRows()).isEqualTo(LONG);
    assertThat(parts()).isEqualTo(1);
    assertPackedAsStored();
  }

  @Test
  void mergesThePartsThatShortFeedsLeaveInTheirOrder() throws SQLException {
    delta(rows(LONG));
    delta(row("p1300", "Lantern"));
    alter("insert into packed_rows (rows) select ''::bytea from generate_series(1, 250)");

    delta(row("p1300", "Chair"), row("short", "Lamp"));
    assertThat(parts()).isEqualTo(1);
    assertThat(packedRows()).isEqualTo(LONG + 3);
    assertPackedAsStored();
    assertThat(delta(rows(LONG)).stored()).isEqualTo(1);
    assertPackedAsStored();
  }

  @Test
  void forgetsWhatOnlyShortFeedsEverAddTo() throws SQLException {
    delta(rows(LONG));
    alter("insert into packed_rows (rows) select rows from packed_rows, generate_series(1, 800)");

    delta(row("short", "Lamp"));
    assertThat(parts()).isZero();
    delta(rows(LONG));
    assertPackedAsStored();
  }

  private ImportSummary headed(String header, String... rows) {
    String feed = header + String.join("", rows).replace("\n", "\t\n");
    return run(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)), Mode.DELTA, false);
  }

  private long parts() throws SQLException {
    return Long.parseLong(scratch.texts("select count(*) from packed_rows").get(0));
  }

  private long doubts() throws SQLException {
    String count = "select count(*) from packed_rows where rows is null";
    return Long.parseLong(scratch.texts(count).get(0));
  }

  private long packedRows() throws SQLException {
    String count = "select sum(octet_length(rows)) / 32 from packed_rows";
    return Long.parseLong(scratch.texts(count).get(0));
  }

  private void assertPackedAsStored() throws SQLException {
    try (Connection connection = scratch.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      PgPackedRows packed = new PgPackedRows(connection);
      packed.look(0);
      assertThat(packed.areAll()).isTrue();
      KnownRows known = packed.read();
      long live = 0;
      try (ResultSet row =
          statement.executeQuery(
              "select id, content_hash, row_hash, archived_at is null from variant")) {
        while (row.next()) {
          Fingerprint id = Murmur.of(row.getString(1));
          boolean isLive = row.getBoolean(4);
          live += isLive ? 1 : 0;
          assertThat(known.isStored(id)).isTrue();
          assertThat(known.says(id, fingerprint(row.getObject(2, UUID.class)))).isEqualTo(isLive);
          assertThat(known.isWritten(id, fingerprint(row.getObject(3, UUID.class))))
              .isEqualTo(isLive);
        }
      }
      assertThat(known.missing()).isEqualTo(live);
    }
  }

  private static Fingerprint fingerprint(UUID hash) {
    return new Fingerprint(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  private void alter(String sql) throws SQLException {
    try (Connection connection = scratch.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
