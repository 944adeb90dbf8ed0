package dev.attune.catalog.health;

import dev.attune.catalog.CategoryId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How clean the whole catalog is.
 *
 * @param version of the catalog that was looked at
 * @param products how many there are
 * @param score 0 to 1: one, less the weighted share of products that have each fault
 * @param findings the worst first
 * @param categories those with the lowest score, weighed by their products, first
 * @param margin the mean share of prices that is left after costs, null where too few are known
 */
public record CatalogHealth(
    String version,
    Instant checkedAt,
    int products,
    double score,
    List<Finding> findings,
    Map<CategoryId, CategoryHealth> categories,
    @Nullable Double margin) {
  /** Before anything was looked at. */
  public static final CatalogHealth UNKNOWN =
      new CatalogHealth("0", Instant.EPOCH, 0, 1, List.of(), Map.of(), null);

  public CatalogHealth {
    findings = List.copyOf(findings);
    categories = new LinkedHashMap<>(categories);
  }
}
