package dev.attune.catalog.feed.shopify;

import dev.attune.catalog.feed.ItemFields;
import java.util.List;

/**
 * One row of an export.
 *
 * @param line the physical line on which it starts
 * @param cells may be fewer than the header has
 */
record ShopifyRow(ShopifyHeader header, long line, List<String> cells) {
  /** The stripped cell, empty without one. */
  String get(Column column) {
    return at(header.index(column));
  }

  String at(int index) {
    return index < 0 || index >= cells.size() ? "" : ItemFields.clean(cells.get(index));
  }

  /** As {@link #get}, without the apostrophe that keeps spreadsheets from counting. */
  String code(Column column) {
    String code = get(column);
    return code.startsWith("'") ? code.substring(1).strip() : code;
  }

  String name(Column column) {
    return header.name(column);
  }

  /** Whether it is more than one more image of its product. */
  boolean isVariant() {
    return !get(Column.TITLE).isEmpty()
        || !get(Column.SKU).isEmpty()
        || !get(Column.PRICE).isEmpty()
        || !get(Column.OPTION1_VALUE).isEmpty();
  }
}
