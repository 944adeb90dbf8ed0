package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.text.Fingerprint;
import dev.attune.catalog.feed.text.Fingerprints;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Google Merchant feed as tab-separated text. */
final class GoogleTsv implements Feed {
  /** How rows are read. A change of what any row says needs the next number. */
  private static final String READING = "google-tsv 1";

  private final TsvRows rows;
  private final GoogleHeader header;
  private final byte[] reading;
  private final Fingerprints fingerprints = new Fingerprints();
  private Known known = (id, written) -> false;

  private GoogleTsv(TsvRows rows, GoogleHeader header, List<String> columns) {
    this.rows = rows;
    this.header = header;
    String read = READING + '\n' + String.join("\t", columns) + '\n';
    this.reading = read.getBytes(StandardCharsets.UTF_8);
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
  }

  @Override
  public @Nullable FeedRow next() throws IOException {
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
    Fingerprint written = fingerprints.of(reading, row.text());
    String id = header.cell(row.cells(), "id");
    if (known.has(id, written)) {
      return new FeedRow.Same(row.line(), id);
    }
    FeedRow read = new GoogleRow(new TsvItem(header, row)).read();
    return read instanceof FeedRow.Accepted accepted && accepted.warnings().isEmpty()
        ? new FeedRow.Accepted(row.line(), accepted.item(), List.of(), written)
        : read;
  }
}
