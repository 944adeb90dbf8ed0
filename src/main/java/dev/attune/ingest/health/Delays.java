package dev.attune.ingest.health;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How late events came, in places of growing width: place n counts those of less than 2^n seconds,
 * so that a percentile is right within a factor of two, at any number of events.
 *
 * @param counts one for each place, missing ones are zero
 */
public record Delays(List<Long> counts) {
  /** The last place begins at 97 days. */
  static final int PLACES = 24;

  static final Delays NONE = new Delays(List.of());

  public Delays {
    counts = List.copyOf(counts);
  }

  static Delays of(Duration delay) {
    Long[] counts = new Long[place(delay) + 1];
    Arrays.fill(counts, 0L);
    counts[counts.length - 1] = 1L;
    return new Delays(List.of(counts));
  }

  /** How many were measured. */
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The time within which this share of them came.
   *
   * @param share above 0, to 1
   */
  public Duration within(double share) {
    long wanted = (long) Math.ceil(total() * share);
    long seen = 0;
    for (int place = 0; place < counts.size(); place++) {
      seen += counts.get(place);
      if (seen >= wanted) {
        return Duration.ofSeconds(1L << place);
      }
    }
    return Duration.ZERO;
  }

  Delays plus(Delays other) {
    Long[] sum = new Long[Math.max(counts.size(), other.counts.size())];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = at(i) + other.at(i);
    }
    return new Delays(List.of(sum));
  }

  private long at(int place) {
    return place < counts.size() ? counts.get(place) : 0;
  }

  private static int place(Duration delay) {
    long seconds = Math.max(0, delay.toSeconds());
    return Math.min(PLACES - 1, Long.SIZE - Long.numberOfLeadingZeros(seconds));
  }
}
