package dev.attune.ingest.bad;

import java.util.List;

/**
 * Some bad events, the newest first.
 *
 * @param total how many there are like these
 * @param more whether older ones follow
 */
public record BadEventPage(List<KeptBadEvent> events, long total, boolean more) {
  public BadEventPage {
    events = List.copyOf(events);
  }

  /** How many bad events have this code and source. */
  public record Count(String code, String source, long count) {}
}
