package dev.attune.catalog.health;

import dev.attune.catalog.ProductId;
import java.util.List;

/**
 * One thing that is wrong with some of these products.
 *
 * @param affected how many
 * @param of how many were looked at
 * @param offenders some of them, those with the most other faults first
 * @param examples what exactly is meant, where there is something to quote
 */
public record Finding(
    HealthCode code, int affected, int of, List<ProductId> offenders, List<String> examples) {
  public Finding {
    offenders = List.copyOf(offenders);
    examples = List.copyOf(examples);
  }

  public double share() {
    return of == 0 ? 0 : (double) affected / of;
  }
}
