package dev.attune.models.demand;

import dev.attune.catalog.CategoryId;
import dev.attune.models.counts.Orders;
import java.util.HashSet;
import java.util.Set;

/** Kinds of products that people buy several of at once, as two shirts, by their leaf category. */
public final class Multiples {
  /** Nothing is known: one of a kind is enough. */
  public static final Multiples NONE = new Multiples(Set.of());

  /** A kind is bought in multiples when at least this share of its orders holds two of it. */
  private static final double SHARE = .2;

  /** Fewer orders say nothing. */
  private static final int FEWEST_ORDERS = 5;

  /** That the share is no smaller is to be as likely as nine in ten. */
  private static final double DEVIATIONS = 1.2816;

  private final Set<CategoryId> kinds;

  private Multiples(Set<CategoryId> kinds) {
    this.kinds = Set.copyOf(kinds);
  }

  public static Multiples of(Orders orders) {
    Set<CategoryId> kinds = new HashSet<>();
    orders
        .all()
        .forEach(
            (kind, all) -> {
              if (all >= FEWEST_ORDERS
                  && leastShare(orders.several().getOrDefault(kind, 0), all) >= SHARE) {
                kinds.add(new CategoryId(kind));
              }
            });
    return new Multiples(kinds);
  }

  /**
   * The lower end of what the share may be, by Wilson's score interval (Wilson, 1927): one order of
   * five says little of the next ones.
   */
  private static double leastShare(int several, int all) {
    double share = (double) several / all;
    double square = DEVIATIONS * DEVIATIONS;
    double spread = Math.sqrt(share * (1 - share) / all + square / (4.0 * all * all));
    return (share + square / (2.0 * all) - DEVIATIONS * spread) / (1 + square / all);
  }

  /** Whether people buy several of this leaf category at once. */
  public boolean has(CategoryId kind) {
    return kinds.contains(kind);
  }
}
