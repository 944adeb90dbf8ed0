package dev.attune.models.compact;

import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * How much each product was touched lately. A shopper counts once a visit for each product and kind
 * of touch, so that nobody makes a product popular by reloading its page.
 */
public final class DecayedTouches {
  /** What one touch of a kind is worth. */
  @FunctionalInterface
  public interface Worth {
    double of(Touch touch);
  }

  private static final double SECONDS_A_DAY = 86_400;

  private DecayedTouches() {}

  /**
   * The sum for each product, in steps of {@link Fixed}.
   *
   * @param halfLifeDays after which a touch is worth half
   */
  public static long[] sums(Interactions log, Instant now, double halfLifeDays, Worth worth) {
    long[] sums = new long[log.products().size()];
    each(log, row -> sums[log.item(row)] += left(log, row, now, halfLifeDays, worth));
    return sums;
  }

  /** Every row that counts: the first of its product and kind within a visit. */
  public static void each(Interactions log, IntConsumer to) {
    Tally seen = new Tally(32);
    log.eachSession(
        session -> {
          seen.clear();
          for (int row = session.from(); row < session.to(); row++) {
            int key = log.item(row) * Touch.values().length + log.touch(row).ordinal();
            if (seen.get(key) == 0) {
              seen.add(key, 1);
              to.accept(row);
            }
          }
        });
  }

  /** What is left of a row's worth, in steps of {@link Fixed}. */
  public static long left(
      Interactions log, int row, Instant now, double halfLifeDays, Worth worth) {
    double days = Math.max(0, Interactions.secondsOf(now) - log.second(row)) / SECONDS_A_DAY;
    return Fixed.of(worth.of(log.touch(row)) * Math.pow(.5, days / halfLifeDays));
  }
}
