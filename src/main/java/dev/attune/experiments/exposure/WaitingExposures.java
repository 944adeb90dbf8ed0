package dev.attune.experiments.exposure;

import dev.attune.profile.Exposed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Exposures that are not yet durable, by unit. Any thread may add; one at a time takes. */
final class WaitingExposures {
  private final int capacity;
  private final Map<String, Map<String, Exposed>> byUnit = new ConcurrentHashMap<>();

  WaitingExposures(int capacity) {
    this.capacity = capacity;
  }

  /** False when it is full. The first of a unit stays, unless a later one says it crossed. */
  boolean offer(Exposed exposed) {
    if (byUnit.size() >= capacity && !byUnit.containsKey(exposed.unit())) {
      return false;
    }
    byUnit.compute(
        exposed.unit(),
        (unit, had) -> {
          Map<String, Exposed> known = had == null ? new ConcurrentHashMap<>() : had;
          known.merge(
              exposed.experiment(),
              exposed,
              (first, later) -> later.crossed() && !first.crossed() ? later : first);
          return known;
        });
    return true;
  }

  List<Exposed> of(String unit) {
    Map<String, Exposed> known = byUnit.get(unit);
    return known == null ? List.of() : List.copyOf(known.values());
  }

  int size() {
    return byUnit.size();
  }

  /** Some of them, of whole units; they stay until they are settled. */
  List<Exposed> take(int most) {
    List<Exposed> taken = new ArrayList<>();
    for (Map<String, Exposed> unit : byUnit.values()) {
      if (taken.size() >= most) {
        break;
      }
      taken.addAll(unit.values());
    }
    return taken;
  }

  /** These are durable, or given up. */
  void settle(List<Exposed> taken) {
    for (Exposed exposed : taken) {
      byUnit.computeIfPresent(
          exposed.unit(),
          (unit, known) -> {
            known.remove(exposed.experiment(), exposed);
            return known.isEmpty() ? null : known;
          });
    }
  }
}
