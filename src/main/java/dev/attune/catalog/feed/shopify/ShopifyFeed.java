package dev.attune.catalog.feed.shopify;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.attune.catalog.feed.Feed;
import dev.attune.catalog.feed.FeedMoney;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.Slug;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Shopify product export, one product in memory at a time; each variant is a row of the feed. */
public final class ShopifyFeed implements Feed {
  /** Rows of one product that are read together; Shopify allows 2,048 variants. */
  private static final int MOST_ROWS = 5_000;

  private final ShopifyRows rows;
  private final ShopifyHeader header;
  private final FeedMoney money;
  private final SeenProducts seen = new SeenProducts();
  private final Deque<FeedRow> ready = new ArrayDeque<>();
  private @Nullable ShopifyRow ahead;

  private ShopifyFeed(ShopifyRows rows, ShopifyHeader header, FeedMoney money) {
    this.rows = rows;
    this.header = header;
    this.money = money;
  }

  /**
   * Reads the header.
   *
   * @param money what amounts are in, because an export names no currency
   * @throws dev.attune.platform.error.AttuneException MISSING_FIELD when a required column is
   *     missing; reading on throws INVALID_ROW when a quote is never closed
   * @throws IOException when the body ends early or is damaged
   */
  public static ShopifyFeed open(Reader text, FeedMoney money) throws IOException {
    ShopifyRows rows = new ShopifyRows(text);
    CsvRecord first = rows.next();
    ShopifyHeader header = new ShopifyHeader(first == null ? List.of() : first.getFields(), money);
    return new ShopifyFeed(rows, header, money);
  }

  @Override
  public @Nullable FeedRow next() throws IOException {
    while (ready.isEmpty()) {
      ShopifyRow first = ahead == null ? read() : ahead;
      ahead = null;
      if (first != null) {
        product(first);
      } else if (ready.isEmpty()) {
        return null;
      }
    }
    return ready.poll();
  }

  /** Reads the rows that share the first one's handle, up to the first that does not. */
  private void product(ShopifyRow first) throws IOException {
    String handle = handle(first);
    List<ShopifyRow> all = new ArrayList<>();
    ShopifyRow row = first;
    while (row != null && all.size() < MOST_ROWS && handle(row).equals(handle)) {
      all.add(row);
      row = read();
    }
    ahead = row;
    ready.addAll(new ShopifyProduct(handle, all, money.own(), seen).read());
  }

  /** The next row that can be read and has a handle, or null at the end. */
  private @Nullable ShopifyRow read() throws IOException {
    for (CsvRecord record = rows.next(); record != null; record = rows.next()) {
      long line = record.getStartingLineNumber();
      ShopifyRow row = new ShopifyRow(header, line, record.getFields());
      int more = record.getFieldCount() - header.width();
      if (more > 0
          && record.getFields().stream().skip(header.width()).anyMatch(c -> !c.isBlank())) {
        String message =
            "The header names %d columns, this row has %d"
                .formatted(header.width(), record.getFieldCount());
        refuse(line, ErrorCode.INVALID_ROW, null, message);
      } else if (handle(row).isEmpty()) {
        if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          refuse(
              line, ErrorCode.MISSING_FIELD, row.name(Column.HANDLE), "Every row needs a handle");
        }
      } else {
        return row;
      }
    }
    return null;
  }

  private void refuse(long line, ErrorCode code, @Nullable String field, String message) {
    ready.add(new FeedRow.Refused(line, new Rejection(code, field, message)));
  }

  /** Without one of its own, what Shopify would make of the title. */
  private static String handle(ShopifyRow row) {
    String handle = row.get(Column.HANDLE);
    return handle.isEmpty() ? Slug.handle(row.get(Column.TITLE)) : handle;
  }
}
