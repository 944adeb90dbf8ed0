package dev.attune.catalog.health;

import dev.attune.catalog.CategoryId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How clean a category and all below it is.
 *
 * @param products how many are in it
 * @param score 0 to 1
 * @param completeness mean share of the expected attributes that a product has, 0 to 1
 * @param attributes those expected here, the least complete first
 * @param findings the worst first
 * @param closed what refuses to act here
 * @param margin the mean share of prices that is left after costs, null where too few are known
 */
public record CategoryHealth(
    CategoryId category,
    int products,
    double score,
    double completeness,
    List<AttributeShare> attributes,
    List<Finding> findings,
    Set<Gate> closed,
    @Nullable Double margin) {
  public CategoryHealth {
    attributes = List.copyOf(attributes);
    findings = List.copyOf(findings);
    closed = Set.copyOf(closed);
  }

  /** How many of a category's products have an attribute, 0 to 1. */
  public record AttributeShare(String name, String label, double share) {}
}
