package dev.attune.record;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Keeps decisions. Writing is behind the response; what was written is found at once here. */
public interface DecisionLog {
  /** Takes a decision; never waits and never fails. */
  void append(RecordedDecision decision);

  /** Done once what was appended before can be read in the store; at once where nothing waits. */
  default Uni<Void> settled() {
    return Uni.createFrom().voidItem();
  }

  /** The decision of this id, empty when there is none or it is no longer kept. */
  Uni<Optional<RecordedDecision>> find(String id);
}
