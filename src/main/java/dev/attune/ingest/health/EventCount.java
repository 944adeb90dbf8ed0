package dev.attune.ingest.health;

import dev.attune.events.EventType;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What came in of one type from one source, of one day.
 *
 * @param key of which day, by when it happened, in UTC
 * @param uncorrected how many said in no readable way when they were sent
 * @param delays how late it came, without what was imported
 * @param lastReceived when the last of it came in, by the gateway's clock
 */
record EventCount(
    Key key,
    long accepted,
    long duplicates,
    long clamped,
    long uncorrected,
    Delays delays,
    Instant lastReceived) {

  /** What is counted together. */
  record Key(LocalDate day, EventType type, String source) {}

  /** The same of another source. */
  EventCount of(String source) {
    Key other = new Key(key.day, key.type, source);
    return new EventCount(other, accepted, duplicates, clamped, uncorrected, delays, lastReceived);
  }

  EventCount plus(EventCount other) {
    return new EventCount(
        key,
        accepted + other.accepted,
        duplicates + other.duplicates,
        clamped + other.clamped,
        uncorrected + other.uncorrected,
        delays.plus(other.delays),
        lastReceived.isAfter(other.lastReceived) ? lastReceived : other.lastReceived);
  }
}
