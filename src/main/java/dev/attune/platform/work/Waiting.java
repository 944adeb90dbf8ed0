package dev.attune.platform.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is not yet durable: waiting, or being written. Many may offer at the same time; one at a
 * time takes and settles.
 */
public final class Waiting<T> {
  private final int capacity;
  private final ToIntFunction<T> weight;
  private final AtomicInteger size = new AtomicInteger();
  private final ConcurrentLinkedQueue<T> waiting = new ConcurrentLinkedQueue<>();
  private List<T> taken = List.of();

  public Waiting(int capacity) {
    this(capacity, one -> 1);
  }

  /**
   * @param capacity the most that all of it weighs
   * @param weight of one, the same whenever it is asked
   */
  public Waiting(int capacity, ToIntFunction<T> weight) {
    this.capacity = capacity;
    this.weight = weight;
  }

  /** False when it is full, and then it is not kept. */
  public boolean offer(T one) {
    int more = weight.applyAsInt(one);
    if (size.addAndGet(more) > capacity) {
      size.addAndGet(-more);
      return false;
    }
    waiting.add(one);
    return true;
  }

  /** What those weigh that are not yet durable. */
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
    size.addAndGet(-taken.stream().mapToInt(weight).sum());
    taken = List.of();
  }
}
