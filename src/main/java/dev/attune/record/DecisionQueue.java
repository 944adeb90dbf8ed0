package dev.attune.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Decisions that are not yet durable: waiting, or being written. Many may offer at the same time;
 * one at a time takes and settles.
 */
final class DecisionQueue {
  private final int capacity;
  private final AtomicInteger size = new AtomicInteger();
  private final ConcurrentLinkedQueue<RecordedDecision> waiting = new ConcurrentLinkedQueue<>();
  private final Map<String, RecordedDecision> held = new ConcurrentHashMap<>();
  private List<RecordedDecision> taken = List.of();

  DecisionQueue(int capacity) {
    this.capacity = capacity;
  }

  /** False when it is full, and then the decision is not kept. */
  boolean offer(RecordedDecision decision) {
    if (size.incrementAndGet() > capacity) {
      size.decrementAndGet();
      return false;
    }
    held.put(decision.id(), decision);
    waiting.add(decision);
    return true;
  }

  Optional<RecordedDecision> find(String id) {
    return Optional.ofNullable(held.get(id));
  }

  /** How many are not yet durable. */
  int size() {
    return size.get();
  }

  /** The oldest, in order; the same again until they are settled. */
  List<RecordedDecision> take(int most) {
    if (taken.isEmpty()) {
      List<RecordedDecision> next = new ArrayList<>();
      @Nullable RecordedDecision first = waiting.poll();
      while (first != null) {
        next.add(first);
        first = next.size() < most ? waiting.poll() : null;
      }
      taken = List.copyOf(next);
    }
    return taken;
  }

  /** What was taken is durable, or given up. */
  void settle() {
    taken.forEach(decision -> held.remove(decision.id()));
    size.addAndGet(-taken.size());
    taken = List.of();
  }
}
