package dev.attune.decision.weigh;

import dev.attune.record.Feature;
import dev.attune.record.Features;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each feature adds to a score, worked out by whoever asks first: most are never asked. */
final class Contributions extends AbstractMap<Feature, Double> {
  private final Weights weights;
  private final Features known;
  private final double lift;
  private @Nullable Map<Feature, Double> made;

  Contributions(Weights weights, Features known, double lift) {
    this.weights = weights;
    this.known = known;
    this.lift = lift;
  }

  @Override
  public Set<Entry<Feature, Double>> entrySet() {
    @Nullable Map<Feature, Double> all = made;
    if (all == null) {
      all = Collections.unmodifiableMap(make());
      made = all;
    }
    return all.entrySet();
  }

  @Override
  public @Nullable Double get(@Nullable Object key) {
    if (made != null || !(key instanceof Feature feature)) {
      return super.get(key);
    }
    if (feature == Feature.RULE && lift != 0) {
      return lift;
    }
    double added = weights.added(feature, known);
    return added == 0 ? null : Double.valueOf(added);
  }

  /** The feature that added most, the first of equals; null when none added anything. */
  @Nullable Feature most() {
    @Nullable Feature most = null;
    double added = 0;
    for (int i = 0; i < weights.size(); i++) {
      double one = weights.added(i, known);
      if (one > added) {
        added = one;
        most = weights.feature(i);
      }
    }
    boolean lifted =
        lift > added || (lift == added && most != null && Feature.RULE.compareTo(most) < 0);
    return lifted ? Feature.RULE : most;
  }

  private Map<Feature, Double> make() {
    Map<Feature, Double> all = new EnumMap<>(Feature.class);
    for (int i = 0; i < weights.size(); i++) {
      double added = weights.added(i, known);
      if (added != 0) {
        all.put(weights.feature(i), added);
      }
    }
    if (lift != 0) {
      all.put(Feature.RULE, lift);
    }
    return all;
  }
}
