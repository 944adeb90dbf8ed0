package dev.attune.merchandising.rule;

import dev.attune.catalog.CategoryId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The part of a page that is being decided.
 *
 * @param lineage the page's category and those above it, empty where it has none
 * @param query what was searched for, null elsewhere
 */
public record Where(Surface surface, List<CategoryId> lineage, @Nullable String query) {
  public Where {
    lineage = List.copyOf(lineage);
    query = query == null ? null : key(query);
  }

  /** A query in the one form in which queries are compared. */
  static String key(String query) {
    return query.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
