package dev.attune.record;

import java.util.List;
import java.util.Map;

/**
 * All that one decision rests on: the same question has the same answer, at any time.
 *
 * @param slot the name of the personalized field, {@code hero} or {@code rail/HOME_FOR_YOU}
 * @param first how many are wanted, at least 1
 * @param mayNameHistory false where reasons must not tell what happened elsewhere
 * @param tuning the slot's settings that ranking reads, by name
 * @param seed of whatever chance the slot uses
 * @param gated what did not act for want of data, for operators
 */
public record Question(
    String slot,
    int first,
    boolean mayNameHistory,
    Map<String, Double> tuning,
    String seed,
    List<Candidate> candidates,
    List<String> gated) {
  /** A question for which everything could act. */
  public Question(
      String slot,
      int first,
      boolean mayNameHistory,
      Map<String, Double> tuning,
      String seed,
      List<Candidate> candidates) {
    this(slot, first, mayNameHistory, tuning, seed, candidates, List.of());
  }

  public Question {
    gated = List.copyOf(gated);
    tuning = Map.copyOf(tuning);
    candidates = List.copyOf(candidates);
    if (first < 1) {
      throw new IllegalArgumentException("A question asks for at least one");
    }
  }
}
