package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Google Merchant feed as tab-separated text. */
final class GoogleTsv implements Feed {
  private final TsvRows rows;
  private final GoogleHeader header;

  private GoogleTsv(TsvRows rows, GoogleHeader header) {
    this.rows = rows;
    this.header = header;
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
    GoogleHeader header = new GoogleHeader(first == null ? List.of() : first.cells());
    rows.columns(header.width());
    return new GoogleTsv(rows, header);
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
    return new GoogleRow(new TsvItem(header, row)).read();
  }
}
