package dev.attune.ingest.health;

import java.time.Duration;

/**
 * From where on something is said. Set by judgment, not by measurement: a finding must be worth a
 * merchant's time, and silence at night must be none.
 */
final class HealthThresholds {
  /** Days that are looked at, today among them. */
  static final int DAYS = 14;

  /** Days whose counts are kept; of older ones nothing is counted. */
  static final int KEPT_DAYS = 90;

  /** On so many of the days before the last something must have come to be called regular. */
  static final int REGULAR_DAYS = 5;

  /** Silence of what came every day. */
  static final Duration QUIET = Duration.ofHours(26);

  /** Silence of what came a hundred times an hour. */
  static final Duration QUIET_WHEN_BUSY = Duration.ofHours(4);

  /** Events a day that make a source busy. */
  static final long BUSY = 2_400;

  /** Delay of the slowest twentieth. */
  static final Duration LATE = Duration.ofMinutes(10);

  /** Share of events sent again, or dated in the future. */
  static final double OFTEN = .05;

  /** Share of views of products that nobody knows. */
  static final double UNKNOWN = .02;

  /** Share of orders without a counterpart. */
  static final double UNPREPARED = .5;

  /** Fewer are no reason to speak. */
  static final long ENOUGH = 20;

  /** Fewer orders are no reason to speak. */
  static final long ENOUGH_ORDERS = 5;

  private HealthThresholds() {}
}
