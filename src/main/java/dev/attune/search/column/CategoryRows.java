package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.compact.Ordinals;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows of categories and what is below them; those of large ones are kept as sets. */
final class CategoryRows {
  /** A category with one row in so many is large: a set of it is no larger than a list. */
  private static final int LARGE = 32;

  private final Map<CategoryId, RowSet> kept = new ConcurrentHashMap<>();

  /** To be changed by nobody. */
  RowSet in(CategoryId category, CatalogSnapshot catalog) {
    @Nullable RowSet known = kept.get(category);
    if (known != null) {
      return known;
    }
    RowSet rows = RowSet.none(catalog.size());
    Ordinals places = catalog.ordinalsIn(category);
    for (int i = 0; i < places.size(); i++) {
      rows.add(places.at(i));
    }
    if (places.size() > catalog.size() / LARGE) {
      kept.put(category, rows);
    }
    return rows;
  }
}
