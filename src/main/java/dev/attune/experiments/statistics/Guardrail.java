package dev.attune.experiments.statistics;

/**
 * A metric that an experiment must not harm by more than a tolerance: non-inferiority, judged by
 * one-sided bounds that are valid at every look, so that a breach can stop a ramp by itself.
 *
 * <p>Tolerances relative to control compare the treatment with a share of control ({@code treatment
 * - (1 - tolerance) * control > 0}) and so need no division by a mean that may be near zero; of a
 * control below zero, as margins of a sale may be, they are a share of its distance from zero.
 *
 * @param tolerance share of control below 1 for a relative one, .02 for 2 %; else in units of the
 *     metric
 * @param alpha chance of a false breach, and apart from that of a false pass, over its life
 */
public record Guardrail(Harm harm, boolean relative, double tolerance, double alpha) {
  /** The direction that hurts. */
  public enum Harm {
    /** Margin must not fall. */
    FALLING,
    /** The share of discount must not rise. */
    RISING
  }

  /** What is known. */
  public enum Outcome {
    /** Harm beyond the tolerance is ruled out. */
    PASS,
    /** Harm beyond the tolerance is shown. */
    BREACHED,
    /** Neither yet. */
    UNDECIDED
  }

  public Guardrail {
    double most = relative ? 1 : Double.POSITIVE_INFINITY;
    if (!(tolerance >= 0 && tolerance < most && alpha > 0 && alpha < .5)) {
      throw new IllegalArgumentException("No guardrail: " + tolerance + " at alpha " + alpha);
    }
  }

  /**
   * @param plannedUnits of both variants, where its bounds are narrowest
   */
  public Outcome judge(Level treatment, Level control, long plannedUnits) {
    Interval room = room(treatment, control, plannedUnits);
    if (room.lower() > 0) {
      return Outcome.PASS;
    }
    return room.upper() < 0 ? Outcome.BREACHED : Outcome.UNDECIDED;
  }

  /**
   * Bounds on how far the treatment is within the tolerance, in units of the metric. A variant
   * whose units are all alike, as where no order of the control was reduced, has the other's
   * spread: else nothing that only the treatment does could ever be a breach.
   */
  public Interval room(Level treatment, Level control, long plannedUnits) {
    double sign = harm == Harm.FALLING ? -1 : 1;
    double scale = control.mean() < 0 ? -tolerance : tolerance;
    double share = relative ? 1 + sign * scale : 1;
    double amount = relative ? 0 : sign * tolerance;
    Interval above =
        Contrast.against(treatment.spreadAs(control), control.spreadAs(treatment), share, amount)
            .bounds(Mixture.oneSidedTunedFor(alpha, plannedUnits));
    return harm == Harm.FALLING ? above : new Interval(-above.upper(), -above.lower());
  }
}
