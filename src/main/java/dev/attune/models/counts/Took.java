package dev.attune.models.counts;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How long each step of a training takes, by the model's name. */
public final class Took {
  private final Map<String, Duration> all = new TreeMap<>();

  /** Does a part of a model's step. */
  public <T> T timed(String model, Supplier<T> step) {
    long start = System.nanoTime();
    T made = step.get();
    all.merge(model, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    return made;
  }

  public Map<String, Duration> all() {
    return Map.copyOf(all);
  }
}
