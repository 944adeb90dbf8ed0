package dev.attune.catalog.health;

import dev.attune.catalog.CategoryId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left of prices after costs on average, 0 to 1, where enough costs are known to say.
 *
 * @param shop over everything, null where too few costs are known
 */
public record Margins(@Nullable Double shop, Map<CategoryId, Double> categories) {
  /** No cost is known. */
  static final Margins UNKNOWN = new Margins(null, Map.of());

  public Margins {
    categories = Map.copyOf(categories);
  }

  static Margins of(CatalogHealth health) {
    Map<CategoryId, Double> categories = new HashMap<>();
    for (CategoryHealth category : health.categories().values()) {
      Double margin = category.margin();
      if (margin != null) {
        categories.put(category.category(), margin);
      }
    }
    return new Margins(health.margin(), categories);
  }

  /** Over a category and all below it, or over everything. */
  public Optional<Double> in(@Nullable CategoryId category) {
    return Optional.ofNullable(category == null ? shop : categories.get(category));
  }
}
