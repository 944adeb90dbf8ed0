package dev.attune.events;

import java.time.Instant;
import java.util.function.Consumer;

/** The log of everything that happened, read back to learn from. Reading blocks. */
public interface EventLog {
  /**
   * Hands over what happened at or after {@code since}: each owner's events together and in the
   * order of time, without those of staff and bots.
   */
  void read(Instant since, Consumer<LoggedEvent> to);

  /** How many events {@link #read} would hand over from the beginning. */
  long count();
}
