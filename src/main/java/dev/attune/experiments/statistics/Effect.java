package dev.attune.experiments.statistics;

import java.util.Optional;

/**
 * What a treatment did to a metric, as far as it can be told at this look and at every other.
 *
 * @param difference treatment less control, in units of the metric
 * @param lift the same as a share of control; empty while control may be zero
 * @param logEvidence natural logarithm of the e-value against no difference
 */
public record Effect(
    Level treatment,
    Level control,
    Estimate difference,
    Optional<Estimate> lift,
    double logEvidence) {

  /** Compares two levels of one metric. */
  public static Effect of(Level treatment, Level control, Mixture mixture) {
    Contrast difference = Contrast.difference(treatment, control);
    return new Effect(
        treatment,
        control,
        Estimate.of(difference, mixture),
        Estimate.lift(treatment, control, mixture),
        mixture.logEvidence(difference.z(), difference.units()));
  }

  /** Valid at every look; at most alpha exactly when the difference's interval leaves out zero. */
  public double pValue() {
    return Mixture.pValue(logEvidence);
  }
}
