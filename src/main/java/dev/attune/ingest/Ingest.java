package dev.attune.ingest;

import dev.attune.events.Received;
import dev.attune.platform.database.Alongside;
import dev.attune.privacy.Terms;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Takes valid events: when its answer is there, they are durable and their effect is visible. */
public interface Ingest {
  /**
   * Appends and folds all of these in one transaction; those that the log has already are counted
   * and change nothing.
   */
  Uni<Receipt> accept(List<Received> events);

  /**
   * The same for a request that may have objected.
   *
   * @param objects it carried {@code Sec-GPC: 1}, which denies unless a later explicit choice
   *     allows
   */
  default Uni<Receipt> accept(List<Received> events, boolean objects) {
    return accept(events, new Terms(objects, null));
  }

  /** The same for a request that said something of consent. */
  Uni<Receipt> accept(List<Received> events, Terms terms);

  /** Writes events at once; what waits its turn and shares a transaction comes here. */
  interface Store {
    /**
     * Appends and folds the events of several requests in one transaction.
     *
     * @return a receipt for each request, in their order
     */
    Uni<List<Receipt>> append(List<List<Received>> requests, Terms terms);

    /**
     * Appends and folds messages that each have terms of their own, and something else, in one
     * transaction.
     *
     * @return a receipt for each message, in their order
     */
    Uni<List<Receipt>> append(List<Message> messages, Alongside also);

    /** Which of these may not be kept, by their indexes; keeps nothing. */
    Uni<List<Integer>> withheld(List<Received> events, Terms terms);
  }

  /** An event that came over a channel of ours, and what its request said of consent. */
  record Message(Received event, Terms terms) {}

  /**
   * What became of accepted events.
   *
   * @param version what a request must bring back as {@code Attune-Version} to see at least this
   * @param withheld events that consent does not allow to keep, by index in what was handed in
   */
  record Receipt(int accepted, int duplicates, long version, List<Integer> withheld) {
    public Receipt {
      withheld = List.copyOf(withheld);
    }
  }
}
