package dev.attune.record;

import dev.attune.platform.work.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Decisions that are not yet durable, and may be asked for. */
final class DecisionQueue {
  private final Waiting<RecordedDecision> waiting;
  private final Map<String, RecordedDecision> held = new ConcurrentHashMap<>();

  DecisionQueue(int capacity) {
    this.waiting = new Waiting<>(capacity);
  }

  /** False when it is full, and then the decision is not kept. */
  boolean offer(RecordedDecision decision) {
    held.put(decision.id(), decision);
    boolean kept = waiting.offer(decision);
    if (!kept) {
      held.remove(decision.id());
    }
    return kept;
  }

  Optional<RecordedDecision> find(String id) {
    return Optional.ofNullable(held.get(id));
  }

  /** How many are not yet durable. */
  int size() {
    return waiting.size();
  }

  /** As {@link Waiting#take}. */
  List<RecordedDecision> take(int most) {
    return waiting.take(most);
  }

  /** What was taken is durable, or given up. */
  void settle(List<RecordedDecision> taken) {
    taken.forEach(decision -> held.remove(decision.id()));
    waiting.settle();
  }
}
