package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.google.TsvCells.Quotes;
import dev.attune.catalog.feed.text.PhysicalLines;
import dev.attune.catalog.feed.text.PhysicalLines.Line;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a tab-separated text. A quote that is never closed costs its own row only: what it
 * would swallow is given back as soon as a line inside it looks like a row of its own, or the cell
 * grows beyond bounds, or the text ends.
 */
final class TsvRows {
  private static final int MAX_LINES = 500;
  private static final int MAX_LENGTH = 200_000;

  private final PhysicalLines lines;
  private int columns = Integer.MAX_VALUE;

  TsvRows(Reader text) {
    this.lines = new PhysicalLines(text);
  }

  /** How many cells a row has; told once the header is known. */
  void columns(int count) {
    this.columns = count;
  }

  /** As {@link PhysicalLines#passOver}, for a row that is one line. */
  long passOver(PhysicalLines.Look look) throws IOException {
    return lines.passOver(look);
  }

  /** The next row that is not empty, or null at the end. */
  @Nullable TsvRow next() throws IOException {
    Line line = lines.next();
    while (line != null && line.text().isBlank() && line.text().indexOf('\t') < 0) {
      line = lines.next();
    }
    if (line == null) {
      return null;
    }
    if (line.tooLong()) {
      return broken(line, ErrorCode.TOO_LONG, "A row has at most 4,000,000 characters");
    }
    TsvCells cells = TsvCells.split(line.text(), columns);
    return cells.quotes() == Quotes.CLOSED
        ? new TsvRow(line.number(), cells.cells(), line.text(), null)
        : continued(line);
  }

  private TsvRow continued(Line first) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    List<Line> taken = new ArrayList<>();
    while (taken.size() < MAX_LINES && text.length() < MAX_LENGTH) {
      Line line = lines.next();
      if (line == null) {
        break;
      }
      taken.add(line);
      TsvCells cells = TsvCells.split(text.append('\n').append(line.text()).toString(), columns);
      boolean closed = cells.quotes() == Quotes.CLOSED;
      if (cells.quotes() == Quotes.BROKEN || line.tooLong() || (closed && !fits(cells))) {
        break;
      }
      if (closed) {
        return new TsvRow(first.number(), cells.cells(), text.toString(), null);
      }
    }
    lines.giveBack(taken);
    return broken(first, ErrorCode.INVALID_ROW, "A quote in this row is never closed");
  }

  private boolean fits(TsvCells cells) {
    return columns == Integer.MAX_VALUE || cells.cells().size() == columns;
  }

  private static TsvRow broken(Line line, ErrorCode code, String message) {
    return new TsvRow(line.number(), List.of(), "", new Rejection(code, null, message));
  }
}
