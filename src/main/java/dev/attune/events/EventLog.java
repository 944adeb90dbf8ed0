package dev.attune.events;

import java.time.Instant;
import java.util.function.Consumer;

/** The log of accepted events, as models and reports read it. */
public interface EventLog {
  /**
   * Hands over what shoppers did, ordered by owner and then by time, in constant memory. Bots,
   * staff, and what may be kept for analytics only are left out. Blocks until done.
   *
   * @param since the earliest event wanted
   */
  default void read(Instant since, Consumer<LoggedEvent> reader) {
    read(since, Received.EVER, reader);
  }

  /**
   * As {@link #read(Instant, Consumer)}, of what came in within a time.
   *
   * @param since the earliest event wanted, by when it happened
   */
  void read(Instant since, Received received, Consumer<LoggedEvent> reader);

  /** When events came in: after the first instant, up to the last. */
  record Received(Instant after, Instant upTo) {
    /** Whenever. */
    public static final Received EVER =
        new Received(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    /** Everything up to an instant. */
    public static Received upTo(Instant last) {
      return new Received(EVER.after(), last);
    }
  }

  /** How many events the log has, of every kind. Blocks. */
  long count();
}
