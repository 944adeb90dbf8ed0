package dev.attune.graphql.listing;

import dev.attune.catalog.ProductId;
import dev.attune.graphql.list.ListCursor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list in the order in which a shopper gets it.
 *
 * @param query tells the lists of different queries apart
 * @param name of the order, for the pages to come
 * @param products its beginning, as far as it was asked for
 * @param hidden those of them that must not be shown any more
 * @param total how many products it has in all
 */
record Ordered(
    String query, String name, List<ProductId> products, Set<ProductId> hidden, int total) {
  Ordered {
    products = List.copyOf(products);
    hidden = Set.copyOf(hidden);
  }

  /** Where the item behind the cursor stands, also when the list has changed in front of it. */
  int behind(@Nullable ListCursor cursor) {
    if (cursor == null) {
      return 0;
    }
    int position = cursor.position();
    if (position < products.size() && isAt(position, cursor)) {
      return position + 1;
    }
    for (int i = 0; i < products.size(); i++) {
      if (isAt(i, cursor)) {
        return i + 1;
      }
    }
    return Math.min(position, products.size());
  }

  int size() {
    return products.size();
  }

  /** The first place from this one on whose product may be shown; {@link #size} without any. */
  int shown(int from) {
    int at = from;
    while (at < products.size() && hidden.contains(products.get(at))) {
      at++;
    }
    return at;
  }

  /** Whether so many may be shown from this place on. */
  boolean has(int many, int from) {
    int left = many;
    for (int at = shown(from); left > 0 && at < products.size(); at = shown(at + 1)) {
      left--;
    }
    return left == 0;
  }

  private boolean isAt(int position, ListCursor cursor) {
    return products.get(position).value().equals(cursor.item());
  }

  String cursor(int position) {
    return new ListCursor(query, name, position, products.get(position).value()).text();
  }
}
