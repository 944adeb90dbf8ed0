package dev.attune.decision.rule;

import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import dev.attune.record.RuleEffect;

/** What merchants' rules add to a candidate's score. */
public final class Lift {
  /** Also what has no score of its own feels a factor, as if it had this much. */
  private static final double FLOOR = .01;

  private Lift() {}

  /** What is added to a score; below 0 where the candidate is buried. */
  public static double of(Candidate candidate, double score) {
    double weighed = 0;
    double factor = 1;
    for (RuleEffect effect : candidate.effects()) {
      switch (effect.kind()) {
        case WEIGH ->
            weighed +=
                effect.amount()
                    * candidate.features().get(Feature.valueOf(String.valueOf(effect.about())));
        case BOOST -> factor *= effect.amount();
        case BURY -> factor /= effect.amount();
        case HIDE, PIN, FILL, LIMIT -> {}
      }
    }
    return weighed + (Math.max(0, score + weighed) + FLOOR) * (factor - 1);
  }
}
