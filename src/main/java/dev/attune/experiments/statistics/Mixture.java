package dev.attune.experiments.statistics;

/**
 * The boundary that makes intervals valid at every look: Robbins' normal mixture, as in the
 * asymptotic confidence sequences of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform
 * central limit theory and asymptotic confidence sequences" (Annals of Statistics 52, 2024; arXiv
 * 2103.06476v9). After n units, with {@code k = n rho^2}, the interval is the estimate plus or
 * minus its standard error times
 *
 * <pre>two-sided  sqrt(2 (k + 1) / k * log(sqrt(k + 1) / alpha))             theorem 2.2
 * one-sided  sqrt(2 (k + 1) / k * log(1 + sqrt(k + 1) / (2 alpha)))      appendix B.1</pre>
 *
 * <p>It is valid however often and for whatever reason one looks, stops or goes on, for many units
 * (asymptotically), as {@link Level#FIRST_LOOK} sees to. Rho says where it is narrowest and must be
 * chosen before the first look; it never touches validity.
 *
 * @param alpha chance that the truth is ever outside; between 0 and 1
 * @param rhoSquared variance of the mixture; a unit's share in k
 */
public record Mixture(double alpha, double rhoSquared) {
  private static final int STEPS = 60;

  public Mixture {
    if (!(alpha > 0 && alpha < 1 && rhoSquared > 0 && rhoSquared < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("No mixture: alpha " + alpha + ", rho² " + rhoSquared);
    }
  }

  /**
   * Narrowest at the planned number of units of both variants that are compared: appendix B.2,
   * {@code rho^2 = (-W(-alpha^2 / e) - 1) / n} with the lower branch of Lambert's W.
   */
  public static Mixture tunedFor(double alpha, long plannedUnits) {
    return new Mixture(alpha, (narrowest(alpha) - 1) / Math.max(1, plannedUnits));
  }

  /**
   * The same for one-sided bounds, which tune as two-sided ones of twice the alpha (appendix B.1).
   */
  public static Mixture oneSidedTunedFor(double alpha, long plannedUnits) {
    double twice = Math.min(2 * alpha, .999);
    return new Mixture(alpha, (narrowest(twice) - 1) / Math.max(1, plannedUnits));
  }

  /**
   * The squared half-width in squared standard errors at the planned number of units, which is also
   * {@code k + 1} there: the larger root of {@code u - log(u) = 1 - 2 log(alpha)}.
   */
  static double narrowest(double alpha) {
    double fixed = 1 - 2 * Math.log(alpha);
    double u = fixed + Math.log(fixed);
    for (int i = 0; i < STEPS; i++) {
      u = fixed + Math.log(u);
    }
    return u;
  }

  /** Half the two-sided interval, in standard errors. */
  public double twoSided(long units) {
    double k = units * rhoSquared;
    return units == 0
        ? Double.POSITIVE_INFINITY
        : Math.sqrt((k + 1) / k * (Math.log1p(k) - 2 * Math.log(alpha)));
  }

  /** How far a one-sided bound lies from the estimate, in standard errors. */
  public double oneSided(long units) {
    double k = units * rhoSquared;
    return units == 0
        ? Double.POSITIVE_INFINITY
        : Math.sqrt(2 * (k + 1) / k * Math.log1p(Math.sqrt(k + 1) / (2 * alpha)));
  }

  /**
   * Logarithm of the evidence against zero, an e-value: the mixture's likelihood ratio. Under no
   * effect it exceeds 1/alpha at some look with a chance of at most alpha.
   *
   * @param z the estimate in standard errors
   */
  public double logEvidence(double z, long units) {
    double k = units * rhoSquared;
    return z * z / 2 * k / (k + 1) - Math.log1p(k) / 2;
  }

  /** The p-value that is valid at every look: the alpha at which the interval would touch zero. */
  static double pValue(double logEvidence) {
    return Math.min(1, Math.exp(-logEvidence));
  }
}
