package dev.attune.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.platform.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  private void alter(String sql) throws SQLException {
    try (Connection connection = scratch.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
