package dev.attune.experiments.statistics;

import java.util.Optional;

/** A number and the values around it that are not ruled out, in the same units. */
public record Estimate(double value, Interval interval) {
  static Estimate of(Contrast contrast, Mixture mixture) {
    return new Estimate(contrast.estimate(), contrast.interval(mixture));
  }

  /**
   * Treatment over control less one. Not ruled out is each factor for which the interval of {@code
   * treatment - factor * control} contains zero (Fieller, JRSS B 16, 1954, with the mixture's
   * boundary for Student's): it leaves out zero exactly when the difference's interval does. With
   * many units it is the delta method's interval (Deng, Knoblich and Lu, KDD 2018, section 2.2),
   * which with few is too sure of itself; decision 016 has the numbers.
   *
   * @return empty while it is not ruled out that control's mean is zero
   */
  static Optional<Estimate> lift(Level treatment, Level control, Mixture mixture) {
    double boundary = mixture.twoSided(treatment.units() + control.units());
    double squared = boundary * boundary;
    double t = treatment.mean();
    double c = control.mean();
    double leading = c * c - squared * control.variance();
    if (c <= 0 || !(leading > 0)) {
      return Optional.empty();
    }
    double apart = t * t * control.variance() + leading * treatment.variance();
    double middle = t * c / leading - 1;
    double radius = boundary * Math.sqrt(apart) / leading;
    return Optional.of(new Estimate(t / c - 1, Interval.around(middle, radius)));
  }
}
