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
  void read(Instant since, Consumer<LoggedEvent> reader);

  /** How many events the log has, of every kind. Blocks. */
  long count();
}
