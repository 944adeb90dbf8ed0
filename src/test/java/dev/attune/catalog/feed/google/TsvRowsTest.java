package dev.attune.catalog.feed.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.feed.text.PhysicalLines;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TsvRowsTest {
  @Test
  void readsQuotedCellsWithQuotesTabsAndLineBreaks() throws IOException {
    List<TsvRow> rows = rows("a\t\"b \"\"x\"\"\tc\r\nd\"\te\r\n\r\nf\tg\th\n", 3);

    assertThat(rows).extracting(TsvRow::line).containsExactly(1L, 4L);
    assertThat(rows.get(0).cells()).containsExactly("a", "b \"x\"\tc\nd", "e");
    assertThat(rows.get(1).cells()).containsExactly("f", "g", "h");
  }

  @Test
  void takesQuotesInsideACellAsTheyAre() throws IOException {
    List<TsvRow> rows = rows("1\tTV 17\" wide\t\"Deluxe\" lamp\n2\t\"\"\t\"17\"\" TV\"", 3);

    assertThat(rows.get(0).cells()).containsExactly("1", "TV 17\" wide", "\"Deluxe\" lamp");
    assertThat(rows.get(1).cells()).containsExactly("2", "", "17\" TV");
  }

  @Test
  void losesOnlyTheRowWhoseQuoteIsNeverClosed() throws IOException {
    String text = "1\t\"open\tx\n2\tTV 17\"\tx\n3\tc\t\"open\n4\td\t\"y\"\n5\te\t\"at the end";
    List<TsvRow> rows = rows(text, 3);

    assertThat(rows).extracting(TsvRow::line).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(rows)
        .filteredOn(row -> row.problem() != null)
        .extracting(TsvRow::line)
        .containsExactly(1L, 3L, 5L);
    assertThat(rows.get(1).cells()).containsExactly("2", "TV 17\"", "x");
    assertThat(rows.get(3).cells()).containsExactly("4", "d", "y");
  }

  @Test
  void keepsOtherLineSeparatorsInsideCells() throws IOException {
    List<TsvRow> rows = rows("a\tb\u2028c\u0085d\n", 2);

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).cells()).containsExactly("a", "b\u2028c\u0085d");
  }

  @Test
  void refusesARowBeyondBoundsAndGoesOn() throws IOException {
    String text = "x".repeat(PhysicalLines.MAX_LENGTH + 1) + "\ta\nb\tc\n";
    List<TsvRow> rows = rows(text, 2);

    assertThat(rows.get(0).problem()).extracting(Rejection::code).isEqualTo(ErrorCode.TOO_LONG);
    assertThat(rows.get(1).cells()).containsExactly("b", "c");
  }

  @Test
  void readsWhatWasWrittenWhateverItIs() throws IOException {
    Random random = new Random(4711);
    for (int round = 0; round < 300; round++) {
      int columns = 3 + random.nextInt(6);
      List<List<String>> written = new ArrayList<>();
      for (int row = 0; row < 1 + random.nextInt(20); row++) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
          cells.add(cell(random, row + 1 + ":" + column, column));
        }
        written.add(cells);
      }
      String end = random.nextBoolean() ? "\r\n" : "\n";
      String text =
          written.stream()
              .map(r -> r.stream().map(TsvRowsTest::quoted).collect(Collectors.joining("\t")))
              .collect(Collectors.joining(end));

      assertThat(rows(text, columns)).extracting(TsvRow::cells).isEqualTo(written);
    }
  }

  /** Texts of signs that matter; a tab only where the rest of its line cannot look like a row. */
  private static String cell(Random random, String start, int column) {
    StringBuilder text = new StringBuilder(column == 0 ? start : "");
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append("ab \"\"\n,;é\\".charAt(random.nextInt(10)));
    }
    if (column == 2 && random.nextInt(3) == 0) {
      text.append('\t').append('z');
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    boolean needed = cell.startsWith("\"") || cell.contains("\t") || cell.contains("\n");
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  private static List<TsvRow> rows(String text, int columns) throws IOException {
    TsvRows rows = new TsvRows(slowly(text));
    rows.columns(columns);
    List<TsvRow> all = new ArrayList<>();
    for (TsvRow row = rows.next(); row != null; row = rows.next()) {
      all.add(row);
    }
    return all;
  }

  /** Gives a few characters at a time, so that every boundary is met. */
  private static Reader slowly(String text) {
    return new StringReader(text) {
      @Override
      public int read(char[] into, int from, int length) throws IOException {
        return super.read(into, from, Math.min(7, length));
      }
    };
  }
}
