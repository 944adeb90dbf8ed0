package dev.attune.decision;

import dev.attune.decision.weigh.Weights;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with its score.
 *
 * @param contributions what each feature added to the score
 */
public record Ranked(Candidate candidate, double score, Map<Feature, Double> contributions) {

  /** The feature that added most, null when none added anything. */
  public @Nullable Feature dominant() {
    return Weights.most(contributions);
  }

  Basis basis() {
    Feature dominant = dominant();
    return dominant == null ? Basis.POPULAR : dominant.basis();
  }
}
