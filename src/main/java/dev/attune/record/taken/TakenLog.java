package dev.attune.record.taken;

import java.time.Instant;
import java.util.function.Consumer;

/** The log of decisions, as it is learned from. */
public interface TakenLog {
  /**
   * Hands over the decisions of a slot of which a product was looked at, put into the cart or
   * bought, the newest first, in constant memory. Bots, staff, and what may be kept for analytics
   * only are left out. Blocks until done.
   *
   * @param since the earliest decision wanted
   * @param most as many as are handed over at most
   */
  void read(String slot, Instant since, int most, Consumer<Taken> reader);
}
