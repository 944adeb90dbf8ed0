package dev.attune.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured step.
 *
 * @param rows lines that an import read, or rows that a limit wrote
 * @param goalSeconds the most that it should take, where there is a goal
 * @param ofLimit seconds of the limit by seconds of the import, so 1 is as fast as the limit; null
 *     where nothing is compared
 */
record Step(
    String name,
    long rows,
    double seconds,
    @Nullable Double goalSeconds,
    @Nullable Double ofLimit) {
  static Step of(String name, long rows, double seconds) {
    return new Step(name, rows, seconds, null, null);
  }

  Step against(double goal, double limitSeconds) {
    return new Step(name, rows, seconds, goal, limitSeconds / seconds);
  }

  double perSecond() {
    return rows / seconds;
  }

  /** Seconds since a {@link System#nanoTime}. */
  static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
