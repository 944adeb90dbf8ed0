package dev.attune.models.compact;

/**
 * Fractions in steps so small that nobody misses what is rounded, whose sums are exact: parts of a
 * log that are counted apart add up to the same bits as the whole, in any order.
 */
public final class Fixed {
  /** Steps of 1.5e-11: what is halved every 14 days is rounded up from 500 days on. */
  private static final double UNIT = 0x1p36;

  /** Steps of 3.7e-9: sums up to 33 million stay exact in a double. */
  private static final double STEP = 0x1p28;

  private Fixed() {}

  /** A number as steps; what is above 0 is at least one. */
  public static long of(double worth) {
    return worth <= 0 ? 0 : Math.max(1, Math.round(worth * UNIT));
  }

  /** What so many steps are. */
  public static double value(long steps) {
    return steps / UNIT;
  }

  /** All of it as numbers. */
  public static double[] values(long[] steps) {
    double[] values = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      values[i] = value(steps[i]);
    }
    return values;
  }

  /** The nearest number of a coarser grid, for sums that are kept in doubles. */
  public static double step(double part) {
    return Math.rint(part * STEP) / STEP;
  }
}
