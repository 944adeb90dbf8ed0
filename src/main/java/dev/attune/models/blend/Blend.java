package dev.attune.models.blend;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of learning a slot's weights.
 *
 * @param weights by feature, on the scale of the stated ones; these where nothing was learned
 * @param decisions of which something was taken
 * @param learned whether the weights are learned
 * @param gain by how much the taken things were likelier among the withheld decisions, as the mean
 *     of the logarithm; null where too little was there to learn from
 */
public record Blend(
    Map<String, Double> weights, int decisions, boolean learned, @Nullable Double gain) {
  public Blend {
    weights = Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  /** The same with other weights. */
  public Blend weighing(Map<String, Double> others) {
    return new Blend(others, decisions, learned, gain);
  }
}
