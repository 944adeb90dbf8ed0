package dev.attune.experiments.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All experiments in which the shopper of a page takes part; none for most. */
public record Trials(List<Trial> all) {
  /** Takes part in nothing. */
  public static final Trials NONE = new Trials(List.of());

  public Trials {
    all = List.copyOf(all);
  }

  /** Those that touch a slot. */
  public List<Trial> on(String slot) {
    return all.isEmpty() ? all : all.stream().filter(trial -> trial.covers(slot)).toList();
  }

  /** Whether the slot is to be decided for nobody in particular. */
  public boolean impersonal(String slot) {
    return !all.isEmpty()
        && on(slot).stream().anyMatch(trial -> trial.arm().treatment() == Treatment.CONTROL);
  }

  /** The slot's settings, where a variant has them otherwise with its own; others are not added. */
  public Map<String, Double> tuned(String slot, Map<String, Double> tuning) {
    if (all.isEmpty()) {
      return tuning;
    }
    List<Trial> tuned =
        on(slot).stream().filter(trial -> trial.arm().treatment() == Treatment.TUNED).toList();
    if (tuned.isEmpty()) {
      return tuning;
    }
    Map<String, Double> replaced = new HashMap<>(tuning);
    for (Trial trial : tuned) {
      trial
          .arm()
          .tuning()
          .forEach((name, value) -> replaced.computeIfPresent(name, (same, old) -> value));
    }
    return replaced;
  }
}
