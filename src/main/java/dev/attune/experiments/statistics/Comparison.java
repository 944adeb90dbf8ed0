package dev.attune.experiments.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * How one metric's variants are compared: all choices that must be made before the first look.
 *
 * @param mixture its alpha is that of one comparison; see {@link Family#each}
 * @param adjusted whether what was before the exposure is taken out
 */
public record Comparison(Metric metric, Mixture mixture, boolean adjusted) {
  /**
   * The effect of each treatment against the control.
   *
   * @param variants one experiment's, control first; units whose time to buy is over, for a unit
   *     that may still buy counts as one that did not
   * @throws IllegalArgumentException if there is no treatment
   */
  public List<Effect> of(List<Moments> variants) {
    if (variants.size() < 2) {
      throw new IllegalArgumentException("Nothing to compare in " + variants.size() + " variants");
    }
    Cuped cuped = adjusted ? Cuped.of(metric, variants) : Cuped.none(metric);
    Level control = cuped.level(variants.get(0));
    List<Effect> effects = new ArrayList<>();
    for (Moments treatment : variants.subList(1, variants.size())) {
      effects.add(Effect.of(cuped.level(treatment), control, mixture));
    }
    return List.copyOf(effects);
  }
}
