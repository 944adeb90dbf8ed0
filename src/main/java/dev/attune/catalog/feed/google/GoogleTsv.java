package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.text.Fingerprint;
import dev.attune.catalog.feed.text.Murmur;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Google Merchant feed as tab-separated text. */
final class GoogleTsv implements Feed {
  /** How rows are read. A change of what any row says needs the next number. */
  private static final String READING = "google-tsv 3";

  private final TsvRows rows;
  private final GoogleHeader header;
  private final int idColumn;
  private final long reading;
  private boolean knowing;
  private Known known = (id, written) -> false;
  private String lastId = "";

  private GoogleTsv(TsvRows rows, GoogleHeader header, List<String> columns) {
    this.rows = rows;
    this.header = header;
    this.idColumn = header.column("id");
    this.reading = Murmur.of(READING + '\n' + String.join("\t", columns)).high();
  }

  /**
   * Reads the header.
   *
   * @throws dev.attune.platform.error.AttuneException MISSING_FIELD when a required column is
   *     missing
   * @throws IOException when the body ends early or is damaged
   */
  static GoogleTsv open(Reader text) throws IOException {
    TsvRows rows = new TsvRows(text);
    TsvRow first = rows.next();
    List<String> columns = first == null ? List.of() : first.cells();
    GoogleHeader header = new GoogleHeader(columns);
    rows.columns(header.width());
    return new GoogleTsv(rows, header, columns);
  }

  @Override
  public void knowing(Known rows) {
    known = rows;
    knowing = true;
  }

  @Override
  public @Nullable FeedRow next() throws IOException {
    long same = knowing ? rows.passOver(this::isKnown) : 0;
    if (same != 0) {
      return new FeedRow.Same(same, lastId);
    }
    TsvRow row = rows.next();
    if (row == null) {
      return null;
    }
    if (row.problem() != null) {
      return new FeedRow.Refused(row.line(), row.problem());
    }
    if (row.cells().size() != header.width()) {
      String message =
          "The header names %d columns, this row has %d"
              .formatted(header.width(), row.cells().size());
      return new FeedRow.Refused(row.line(), new Rejection(ErrorCode.INVALID_ROW, null, message));
    }
    char[] text = row.text().toCharArray();
    Fingerprint written = Murmur.of(reading, text, 0, text.length);
    String id = header.cell(row.cells(), "id");
    if (known.has(id, written)) {
      return new FeedRow.Same(row.line(), id);
    }
    FeedRow read = new GoogleRow(new TsvItem(header, row)).read();
    return read instanceof FeedRow.Accepted accepted && accepted.warnings().isEmpty()
        ? new FeedRow.Accepted(row.line(), accepted.item(), List.of(), written)
        : read;
  }

  /** Whether the line is a row that is known; its id is where no quote can have moved it. */
  private boolean isKnown(char[] line, int from, int to) {
    int start = from;
    int column = 0;
    for (int at = from; at <= to; at++) {
      if (at == start && at < to && line[at] == '"') {
        return false;
      }
      if (at == to || line[at] == '\t') {
        if (column == idColumn) {
          lastId = ItemFields.clean(new String(line, start, at - start));
          return known.has(lastId, Murmur.of(reading, line, from, to));
        }
        column++;
        start = at + 1;
      }
    }
    return false;
  }
}
