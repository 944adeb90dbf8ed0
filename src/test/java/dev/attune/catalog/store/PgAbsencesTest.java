package dev.attune.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What feeds say of stock, as it becomes known when products sold out and came back. */
class PgAbsencesTest extends ScratchImports {
  private static final String ALL =
      "select product_id || ' ' || coalesce((extract(epoch from sold_out_at - '2026-03-01T12:00Z')"
          + " / 86400)::int::text, '-') || ' ' || coalesce((extract(epoch from absent_from -"
          + " '2026-03-01T12:00Z') / 86400)::int::text, '-') || ' ' || coalesce((extract(epoch"
          + " from back_at - '2026-03-01T12:00Z') / 86400)::int::text, '-') from absence order by"
          + " product_id";

  @Test
  void aProductIsOutWhenItsLastVariantIs() throws SQLException {
    on(0, "a-1 a 5", "a-2 a 5", "b b 5");
    on(1, "a-1 a 0");
    assertThat(absences()).isEmpty();
    on(2, "a-2 a 0");
    assertThat(absences()).containsExactly("a 2 - -");
    on(9, "a-1 a 3");
    assertThat(absences()).containsExactly("a - 2 9");
  }

  @Test
  void whatCameInWithoutStockArrivesAndIsNotBack() throws SQLException {
    on(0, "a a 0", "b b 5");
    on(1, "a a 0 Other title");
    on(9, "a a 5");
    assertThat(absences()).isEmpty();
    on(10, "a a 0");
    on(20, "a a 5");
    assertThat(absences()).containsExactly("a - 10 20");
  }

  @Test
  void aShortAbsenceLeavesTheLongOneBeforeAsItWas() throws SQLException {
    on(0, "a a 5");
    on(1, "a a 0");
    on(8, "a a 5");
    on(9, "a a 0");
    on(10, "a a 5");
    assertThat(absences()).containsExactly("a - 1 8");
    on(11, "a a 0");
    on(14, "a a 5");
    assertThat(absences()).containsExactly("a - 11 14");
  }

  @Test
  void whatLeavesTheFeedIsGoneUntilItStandsInItAgain() throws SQLException {
    on(0, "a a 5", "b b 5");
    imports = at(NOW.plusSeconds(86_400));
    run(feed("b b 5"), Mode.FULL, true);
    assertThat(absences()).containsExactly("a 1 - -");
    on(9, "a a 5");
    assertThat(absences()).containsExactly("a - 1 9");
  }

  @Test
  void aVariantThatMovesTakesItsStockAlong() throws SQLException {
    on(0, "a-1 a 5", "a-2 a 0");
    on(1, "a-1 b 5");
    assertThat(absences()).containsExactly("a 1 - -");
  }

  private void on(int day, String... rows) {
    imports = at(NOW.plusSeconds(86_400L * day));
    run(feed(rows), Mode.DELTA, false);
  }

  private List<String> absences() throws SQLException {
    return scratch.texts(ALL);
  }

  /** Of rows such as {@code id group quantity title}. */
  private static ByteArrayInputStream feed(String... rows) {
    StringBuilder feed =
        new StringBuilder("id\titem_group_id\tquantity\tavailability\ttitle\tprice\n");
    for (String row : rows) {
      String[] said = row.split(" ", 4);
      feed.append(String.join("\t", said[0], said[1], said[2]))
          .append(said[2].equals("0") ? "\tout_of_stock\t" : "\tin_stock\t")
          .append(said.length > 3 ? said[3] : "Thing")
          .append("\t10.00 USD\n");
    }
    return new ByteArrayInputStream(feed.toString().getBytes(StandardCharsets.UTF_8));
  }
}
