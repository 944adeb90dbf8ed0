package dev.attune.record.past;

import dev.attune.record.RecordedDecision;
import java.util.Set;

/**
 * A decision, and what the shopper did with what it showed.
 *
 * @param taken local ids of what was clicked, viewed, put into a cart or bought in answer to it
 */
public record PastDecision(RecordedDecision decision, Set<String> taken) {
  public PastDecision {
    taken = Set.copyOf(taken);
  }

  /** Who it was made for: decisions of one shopper say less than those of many. */
  public String shopper() {
    String owner = decision.owner();
    return owner == null ? decision.id() : owner;
  }
}
