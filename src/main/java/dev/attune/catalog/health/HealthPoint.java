package dev.attune.catalog.health;

import java.time.Instant;
import java.util.Map;

/**
 * How clean the catalog was at one version.
 *
 * @param affected how many products had each fault
 */
public record HealthPoint(
    long version, Instant at, long products, double score, Map<HealthCode, Integer> affected) {
  public HealthPoint {
    affected = Map.copyOf(affected);
  }
}
