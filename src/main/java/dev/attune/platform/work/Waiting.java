package dev.attune.platform.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is not yet durable: waiting, or being written. Many may offer at the same time; one at a
 * time takes and settles.
 */
public final class Waiting<T> {
  private final int capacity;
  private final AtomicInteger size = new AtomicInteger();
  private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
  private List<T> taken = List.of();

  public Waiting(int capacity) {
    this.capacity = capacity;
  }

  /** False when it is full, and then it is not kept. */
  public boolean offer(T one) {
    if (size.incrementAndGet() > capacity) {
      size.decrementAndGet();
      return false;
    }
    waiting.add(one);
    return true;
  }

  /** How many are not yet durable. */
  public int size() {
    return size.get();
  }

  /** The oldest, in order; the same again until they are settled. */
  public List<T> take(int most) {
    if (taken.isEmpty()) {
      List<T> next = new ArrayList<>();
      @Nullable T first = waiting.poll();
      while (first != null) {
        next.add(first);
        first = next.size() < most ? waiting.poll() : null;
      }
      taken = List.copyOf(next);
    }
    return taken;
  }

  /** What was taken is durable, or given up. */
  public void settle() {
    size.addAndGet(-taken.size());
    taken = List.of();
  }
}
