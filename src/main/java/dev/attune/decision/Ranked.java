package dev.attune.decision;

import dev.attune.decision.weigh.Weights;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.Feature;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with its score.
 *
 * @param contributions what each feature added to the score
 */
public record Ranked(Candidate candidate, double score, Map<Feature, Double> contributions) {

  /** The source of what merchants wrote. */
  private static final String WRITTEN = "WRITTEN";

  /**
   * The feature that added most, null when none added anything. That a shopper leans to discounts,
   * or slips away, is why they see an offer only where it would be kept from them else.
   */
  public @Nullable Feature dominant() {
    @Nullable Feature most = Weights.most(contributions);
    if (most != Feature.LAPSING && most != Feature.DISCOUNT_AFFINITY) {
      return most;
    }
    Map<Feature, Double> others = new EnumMap<>(contributions);
    boolean leans = candidate.features().get(Feature.DISCOUNT_AFFINITY) > 0;
    boolean bought = candidate.features().get(Feature.ORDERS) > 0;
    if (!bought || leans) {
      others.remove(Feature.LAPSING);
    }
    if (!bought) {
      others.remove(Feature.DISCOUNT_AFFINITY);
    }
    return Weights.most(others);
  }

  /** Whether merchants wrote it. */
  boolean isWritten() {
    return candidate.source().equals(WRITTEN);
  }

  Basis basis() {
    @Nullable Feature dominant = dominant();
    if (dominant == null) {
      return isWritten() ? Basis.MERCHANDISED : Basis.POPULAR;
    }
    return dominant.basis();
  }
}
