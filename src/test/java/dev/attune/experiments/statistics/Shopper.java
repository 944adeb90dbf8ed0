package dev.attune.experiments.statistics;

import java.util.SplittableRandom;

/** Made-up visitors of an experiment: each draw is one visitor's value, base and before. */
interface Shopper {
  void draw(SplittableRandom random, boolean treated, double[] into);

  /** So many visitors, summed. */
  default Moments visitors(int units, boolean treated, SplittableRandom random) {
    double[] one = new double[3];
    double v = 0;
    double b = 0;
    double p = 0;
    double vv = 0;
    double bb = 0;
    double pp = 0;
    double vb = 0;
    double vp = 0;
    double bp = 0;
    for (int i = 0; i < units; i++) {
      draw(random, treated, one);
      v += one[0];
      b += one[1];
      p += one[2];
      vv += one[0] * one[0];
      bb += one[1] * one[1];
      pp += one[2] * one[2];
      vb += one[0] * one[1];
      vp += one[0] * one[2];
      bp += one[1] * one[2];
    }
    double n = units;
    return new Moments(
        units,
        new Moments.Means(v / n, b / n, p / n),
        new Moments.Squares(
            Math.max(0, vv - v * v / n),
            Math.max(0, bb - b * b / n),
            Math.max(0, pp - p * p / n),
            vb - v * b / n,
            vp - v * p / n,
            bp - b * p / n));
  }

  /** Buys or not; nothing else is known. */
  static Shopper converting(double control, double treated) {
    return (random, isTreated, into) ->
        into[0] = random.nextDouble() < (isTreated ? treated : control) ? 1 : 0;
  }

  /** Normal values of variance 1 around 10, correlated with what was before. */
  static Shopper normal(double correlation, double effect) {
    double rest = Math.sqrt(1 - correlation * correlation);
    return (random, treated, into) -> {
      into[2] = random.nextGaussian();
      into[0] = 10 + correlation * into[2] + rest * random.nextGaussian() + (treated ? effect : 0);
    };
  }

  /**
   * Revenue as shops see it: 4 % buy, log-normal baskets (median 55, mean of about 90, now and then
   * thousands) cut at a cap; base is the order, before is the revenue of an earlier period. Keen
   * ones buy more often and more in both.
   *
   * @param effect factor on baskets of the treated
   */
  static Shopper buying(Winsor winsor, double effect) {
    return (random, treated, into) -> {
      double keen = random.nextGaussian();
      double chance = .04 * Math.exp(.7 * keen - .245);
      boolean buys = random.nextDouble() < chance;
      boolean bought = random.nextDouble() < 5 * chance;
      into[0] = buys ? winsor.apply(basket(keen, random) * (treated ? effect : 1)) : 0;
      into[1] = buys ? 1 : 0;
      into[2] = bought ? winsor.apply(basket(keen, random)) : 0;
    };
  }

  private static double basket(double keen, SplittableRandom random) {
    return Math.exp(4 + .4 * keen + .9 * random.nextGaussian());
  }

  /** The cap that a shop of {@link #buying} visitors reads off its last month. */
  static Winsor capOfBuying(double quantile) {
    SplittableRandom random = new SplittableRandom(17);
    double[] one = new double[3];
    double[] month = new double[100_000];
    Shopper uncapped = buying(Winsor.NONE, 1);
    for (int i = 0; i < month.length; i++) {
      uncapped.draw(random, false, one);
      month[i] = one[0];
    }
    return Winsor.at(quantile, month);
  }

  /** The same visitors with orders for a value, so that the mean is the conversion. */
  static Moments orders(Moments buying) {
    Moments.Squares s = buying.squares();
    return new Moments(
        buying.units(),
        new Moments.Means(buying.means().base(), 0, buying.means().before()),
        new Moments.Squares(s.base(), 0, s.before(), 0, s.baseBefore(), 0));
  }
}
