package dev.attune.catalog.absence;

import java.time.Instant;

/**
 * The last time that a product was out of stock for long enough to be missed.
 *
 * @param from when it sold out
 * @param until when it came back
 * @param newsUntil that it is back is worth saying until then
 */
public record Absence(Instant from, Instant until, Instant newsUntil) {
  public Absence {
    if (until.isBefore(from) || newsUntil.isBefore(until)) {
      throw new IllegalArgumentException(
          "An absence begins, ends and is news, not " + from + ", " + until + ", " + newsUntil);
    }
  }

  /** Whether it is worth saying that it is over. */
  public boolean isNews(Instant now) {
    return !now.isBefore(until) && now.isBefore(newsUntil);
  }
}
