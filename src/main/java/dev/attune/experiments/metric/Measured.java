package dev.attune.experiments.metric;

import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.trial.Yardstick;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An experiment as measured at one time.
 *
 * @param variants by key
 * @param orders how many counted, of whom how many had goods of unknown cost, and how many were in
 *     another currency
 */
public record Measured(Map<String, OfVariant> variants, Orders orders) {
  public Measured {
    variants = Map.copyOf(variants);
  }

  /** Orders that counted, and what was missing of them. */
  public record Orders(long all, long uncosted, long foreign) {
    /** The share of orders whose goods' costs are known, 1 without orders. */
    public double costed() {
      return all == 0 ? 1 : 1 - (double) uncosted / all;
    }
  }

  /**
   * One variant.
   *
   * @param units exposed, without those who crossed
   * @param ripe of them, whose time to buy is over
   * @param crossed who belong to two variants and are left out
   * @param days by day of the first exposure, in UTC
   * @param groups what was taken from each group of shoppers
   */
  public record OfVariant(
      long units,
      long ripe,
      long crossed,
      SortedMap<LocalDate, Map<Yardstick, Moments>> days,
      Map<Group, Moments> groups) {
    /** Nobody yet. */
    public static final OfVariant NOBODY = new OfVariant(0, 0, 0, new TreeMap<>(), Map.of());

    public OfVariant {
      groups = Map.copyOf(groups);
    }

    /** What a group's shoppers brought in, REVENUE. */
    public Moments of(Group group) {
      return groups.getOrDefault(group, Moments.NONE);
    }

    /** Of all days together. */
    public Moments all(Yardstick yardstick) {
      return until(yardstick, LocalDate.MAX);
    }

    /** Of those who came until the end of this day. */
    public Moments until(Yardstick yardstick, LocalDate last) {
      Moments all = Moments.NONE;
      for (Map.Entry<LocalDate, Map<Yardstick, Moments>> day : days.entrySet()) {
        if (!day.getKey().isAfter(last)) {
          all = all.merge(day.getValue().getOrDefault(yardstick, Moments.NONE));
        }
      }
      return all;
    }
  }

  /** Shoppers by what was known of them before they came. */
  public enum Group {
    /** They had bought within the 28 days before. */
    BOUGHT_BEFORE,
    OTHERS
  }

  public OfVariant variant(String key) {
    return variants.getOrDefault(key, OfVariant.NOBODY);
  }
}
