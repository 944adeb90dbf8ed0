package dev.attune.merchandising.content;

import dev.attune.merchandising.Kind;
import java.util.List;

/**
 * Products that are used one after the other. One of the same id as a routine of the catalog takes
 * its place.
 *
 * @param steps in order; of each step one product is enough
 * @param priority 0 to 100: the next step of the higher one comes first
 * @param version counts its writes, for optimistic locking
 */
public record Routine(String id, String title, List<Step> steps, Aim aim, int priority, int version)
    implements Kind.Draftable {
  /** More steps are a collection. */
  public static final int MOST_STEPS = 20;

  /** More products of one step are a collection. */
  public static final int MOST_PRODUCTS = 20;

  /**
   * One step.
   *
   * @param products ids of those that do for it
   */
  public record Step(List<String> products) {
    public Step {
      products = List.copyOf(products);
      if (products.isEmpty() || products.size() > MOST_PRODUCTS) {
        throw new IllegalArgumentException("A step has 1 to " + MOST_PRODUCTS + " products");
      }
    }
  }

  public Routine {
    steps = List.copyOf(steps);
    if (id.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("A routine needs an id and a title");
    }
    if (steps.size() < 2 || steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException("A routine has 2 to " + MOST_STEPS + " steps");
    }
    if (priority < 0 || priority > 100) {
      throw new IllegalArgumentException("A routine's priority is 0 to 100");
    }
  }
}
