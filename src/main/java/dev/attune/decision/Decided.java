package dev.attune.decision;

import dev.attune.platform.id.GlobalId;
import dev.attune.record.Basis;
import dev.attune.record.Reason;
import dev.attune.record.RecordedDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A decision made: what to show, on what basis, and why.
 *
 * @param id under which it can be explained, and that events echo as {@code decision_id}
 * @param degraded less was known than usual
 * @param trials experiments that the shopper took part in here
 */
public record Decided(
    String id,
    Basis basis,
    List<Reason> reasons,
    boolean degraded,
    List<Item> items,
    List<RecordedDecision.Trial> trials) {
  public Decided {
    reasons = List.copyOf(reasons);
    items = List.copyOf(items);
    trials = List.copyOf(trials);
  }

  /** One thing to show, and why this one. */
  public record Item(GlobalId subject, double score, List<Reason> reasons) {}

  /** What to show, in order. */
  public List<GlobalId> subjects() {
    List<GlobalId> subjects = new ArrayList<>(items.size());
    for (Item item : items) {
      subjects.add(item.subject());
    }
    return Collections.unmodifiableList(subjects);
  }
}
