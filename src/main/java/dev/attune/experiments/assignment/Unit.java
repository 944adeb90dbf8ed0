package dev.attune.experiments.assignment;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is to be assigned.
 *
 * @param key of the shopper; once a visitor has joined a customer, the customer's
 * @param targeted whether segment and market are those that the experiment is for
 * @param exposures to the experiment in question, of all identifiers that were joined
 */
public record Unit(String key, boolean targeted, List<Exposure> exposures) {
  public Unit {
    if (key.isBlank()) {
      throw new IllegalArgumentException("A unit without a key");
    }
    exposures = List.copyOf(exposures);
  }

  /** This customer, with what the visitor who turned out to be the same has seen. */
  public Unit joining(Unit visitor) {
    List<Exposure> all = new ArrayList<>(exposures);
    all.addAll(visitor.exposures);
    return new Unit(key, targeted, all);
  }
}
