package dev.attune.models.compact;

import java.time.Instant;

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
    int second = Interactions.secondsOf(now);
    long[] sums = new long[log.products().size()];
    Tally seen = new Tally(32);
    log.eachSession(
        session -> {
          seen.clear();
          for (int row = session.from(); row < session.to(); row++) {
            Touch touch = log.touch(row);
            int key = log.item(row) * Touch.values().length + touch.ordinal();
            if (seen.get(key) == 0) {
              seen.add(key, 1);
              double days = Math.max(0, second - log.second(row)) / SECONDS_A_DAY;
              double left = Math.pow(.5, days / halfLifeDays);
              sums[log.item(row)] += Fixed.of(worth.of(touch) * left);
            }
          }
        });
    return sums;
  }
}
