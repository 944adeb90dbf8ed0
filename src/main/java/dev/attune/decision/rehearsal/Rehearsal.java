package dev.attune.decision.rehearsal;

import dev.attune.decision.Decided;
import dev.attune.record.RecordedDecision;
import java.util.ArrayList;
import java.util.List;

/** What was decided for a page that no shopper sees, in the order in which it was decided. */
public final class Rehearsal {
  private final List<Rehearsed> decided = new ArrayList<>();

  /**
   * One decision, and what would have been recorded of it.
   *
   * @param decided what is shown
   * @param recorded from what, and what rules did
   */
  public record Rehearsed(Decided decided, RecordedDecision recorded) {}

  /** Takes a decision. */
  public synchronized void add(Decided made, RecordedDecision recorded) {
    decided.add(new Rehearsed(made, recorded));
  }

  public synchronized List<Rehearsed> decided() {
    return List.copyOf(decided);
  }
}
