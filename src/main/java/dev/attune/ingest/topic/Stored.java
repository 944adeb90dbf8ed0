package dev.attune.ingest.topic;

import dev.attune.ingest.Ingest.Receipt;
import java.util.List;

/** What became of a transaction. */
sealed interface Stored {
  /** Effects and offsets are in the store. */
  record Done(List<Receipt> receipts) implements Stored {
    public Done {
      receipts = List.copyOf(receipts);
    }
  }

  /** The store will never take these: data that it refuses. Nothing was written. */
  record Refused(String why) implements Stored {}

  /**
   * Nothing is known to be written: the store is away, or another replica has gone on from where
   * this one stood.
   */
  record Later(String why) implements Stored {}
}
