package dev.attune.models.backtest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.attune.models.backtest.Heading.Meaning;
import dev.attune.platform.error.AttuneException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a file under a heading, with commas, semicolons or tabs between. */
final class Table {
  /** A heading is no longer than this. */
  private static final int LONGEST = 1 << 16;

  private final TextFile file;
  private final List<Meaning> usual;
  private final String expected;

  /** Takes one row. */
  @FunctionalInterface
  interface Rows {
    void is(Row row);
  }

  /** One row, under its heading. */
  final class Row {
    private final Heading heading;
    private final CsvRecord cells;

    private Row(Heading heading, CsvRecord cells) {
      this.heading = heading;
      this.cells = cells;
    }

    /** What it says, empty where it says nothing. */
    String get(Meaning meaning) {
      return cell(heading.columns().getOrDefault(meaning, -1));
    }

    /**
     * @throws AttuneException INVALID_ROW where it says nothing
     */
    String required(Meaning meaning) {
      String text = get(meaning);
      if (text.isEmpty()) {
        throw wrong(expected);
      }
      return text;
    }

    /** Its category, brand and the like, each part with its column's name before it. */
    List<String> labels() {
      List<String> labels = new ArrayList<>();
      heading
          .labels()
          .forEach(
              (column, name) -> {
                for (String part : cell(column).split("[>|]")) {
                  if (!part.isBlank()) {
                    labels.add(name + "=" + part.strip());
                  }
                }
              });
      labels.sort(null);
      return labels;
    }

    /** What is wrong with it. */
    AttuneException wrong(String instead) {
      return file.wrong(cells.getStartingLineNumber(), instead);
    }

    private String cell(int column) {
      return column < 0 || column >= cells.getFieldCount() ? "" : cells.getField(column).strip();
    }
  }

  /**
   * @param usual what its columns hold where nothing names them
   * @param expected such a heading, for whom it lacks
   */
  Table(TextFile file, List<Meaning> usual, String expected) {
    this.file = file;
    this.usual = usual;
    this.expected = expected;
  }

  /**
   * @throws AttuneException INVALID_ROW naming the line that is not as described
   */
  void each(Rows to) {
    file.read(text -> read(text, to));
  }

  private void read(BufferedReader text, Rows to) throws IOException {
    CloseableIterator<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)
            .iterator();
    @Nullable Heading heading = null;
    for (@Nullable CsvRecord next = next(records, null); next != null; next = next(records, next)) {
      if (next.getFields().stream().allMatch(String::isBlank)) {
        continue;
      }
      if (heading == null) {
        heading = heading(next);
      } else {
        to.is(row(heading, next));
      }
    }
  }

  /** What is most between the names of the heading. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(LONGEST);
    char[] start = new char[LONGEST];
    int size = Math.max(0, text.read(start, 0, LONGEST));
    text.reset();
    String names = new String(start, 0, size).stripLeading().lines().findFirst().orElse("");
    char best = ',';
    for (char one : new char[] {';', '\t'}) {
      if (count(names, one) > count(names, best)) {
        best = one;
      }
    }
    return best;
  }

  private static long count(String text, char one) {
    return text.chars().filter(it -> it == one).count();
  }

  private @Nullable CsvRecord next(CloseableIterator<CsvRecord> records, @Nullable CsvRecord last)
      throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException damaged) {
      throw damaged.getCause();
    } catch (CsvParseException broken) {
      if (broken.getCause() instanceof IOException early) {
        throw early;
      }
      throw file.wrong(after(last), "the quote to be closed that this row opens");
    }
  }

  /** On which line the row after this one begins, without blank lines between. */
  private static long after(@Nullable CsvRecord last) {
    return last == null
        ? 1
        : last.getStartingLineNumber()
            + 1
            + last.getFields().stream().mapToLong(cell -> count(cell, '\n')).sum();
  }

  private Heading heading(CsvRecord names) {
    return Heading.of(names.getFields().stream().map(String::strip).toList(), usual)
        .orElseThrow(
            () ->
                file.wrong(
                    names.getStartingLineNumber(),
                    "a heading such as "
                        + expected
                        + ", not "
                        + String.join(",", names.getFields())));
  }

  private Row row(Heading heading, CsvRecord cells) {
    Row row = new Row(heading, cells);
    for (int i = heading.width(); i < cells.getFieldCount(); i++) {
      if (!cells.getField(i).isBlank()) {
        throw row.wrong(
            heading.width() + " columns as in the heading, not " + cells.getFieldCount());
      }
    }
    return row;
  }
}
