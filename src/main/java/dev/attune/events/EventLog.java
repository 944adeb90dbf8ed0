package dev.attune.events;

import dev.attune.platform.work.Pace;
import java.time.Instant;
import java.util.function.Consumer;

/** The log of accepted events, as models and reports read it. */
public interface EventLog {
  /**
   * Hands over what shoppers did, ordered by owner, then by time and place, in constant memory; an
   * order that was told of twice once. Bots, staff, and what may be kept for analytics only are
   * left out. The store sorts all of it first, which takes it seconds: for commands, not beside
   * shoppers. Blocks until done.
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

  /**
   * Hands over the same events in any order, and orders as often as they were told of, so that the
   * store never works longer at a time than anybody notices. Blocks until done.
   *
   * @param pace rests after some events, while the store rests as well
   */
  default void gather(Instant since, Received received, Pace pace, Consumer<LoggedEvent> reader) {
    read(
        since,
        received,
        event -> {
          reader.accept(event);
          pace.step();
        });
  }

  /** When events came in: after the first instant, up to the last. */
  record Received(Instant after, Instant upTo) {
    /** Whenever. */
    public static final Received EVER =
        new Received(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));

    /** Everything up to an instant. */
    public static Received upTo(Instant last) {
      return new Received(EVER.after(), last);
    }

    /** Whether the log is wanted from its beginning. */
    public boolean fromTheFirst() {
      return after.equals(EVER.after);
    }
  }

  /**
   * A number that is another one some seconds after events came, went or were found to be a
   * machine's, and may be another one without that. It costs nothing to ask. Blocks.
   */
  long state();
}
