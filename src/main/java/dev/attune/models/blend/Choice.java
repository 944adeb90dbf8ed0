package dev.attune.models.blend;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * A conditional logit with weights for features and for places: the chance that a thing is taken is
 * its exponential score by the sum of all that were shown. Fitted by Newton's method; its logarithm
 * is concave, so there is one best point.
 */
final class Choice {
  private static final int STEPS = 25;
  private static final double CLOSE = 1e-7;

  /** Draws the worth of places to the next one's, and keeps the matrix regular. */
  private static final double PLACE_PULL = 1;

  private static final double TINY = 1e-6;

  private final List<Shown> decisions;
  private final double[] prior;
  private final int places;
  private final double[] point;

  /**
   * @param prior where weights begin
   * @param places how many there are; the first is worth 0
   */
  Choice(double[] prior, int places, List<Shown> decisions) {
    this.prior = prior.clone();
    this.places = places;
    this.decisions = decisions;
    this.point = Arrays.copyOf(prior, prior.length + places - 1);
  }

  /** The fitted weight of a feature. */
  double weight(int feature) {
    return point[feature];
  }

  /**
   * Moves to the best point.
   *
   * @param pull how strongly each weight is drawn to the prior
   */
  void fit(double[] pull) {
    double value = value(point, pull);
    for (int step = 0; step < STEPS; step++) {
      double[] move = newton(pull);
      double share = 1;
      double[] next = moved(move, share);
      double reached = value(next, pull);
      while (reached < value && share > TINY) {
        share /= 2;
        next = moved(move, share);
        reached = value(next, pull);
      }
      if (reached <= value + CLOSE) {
        return;
      }
      System.arraycopy(next, 0, point, 0, point.length);
      value = reached;
    }
  }

  /** The logarithm of the chance of what was taken, with these weights and the fitted places. */
  double logLikelihood(Shown shown, double[] weights) {
    double[] with = Arrays.copyOf(weights, weights.length + places - 1);
    System.arraycopy(point, prior.length, with, weights.length, places - 1);
    return log(shown, with, weights.length);
  }

  private double[] moved(double[] move, double share) {
    double[] next = point.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += share * move[i];
    }
    return next;
  }

  private double value(double[] at, double[] pull) {
    double value = 0;
    for (Shown shown : decisions) {
      value += log(shown, at, prior.length);
    }
    for (int i = 0; i < prior.length; i++) {
      value -= pull[i] * (at[i] - prior[i]) * (at[i] - prior[i]) / 2;
    }
    for (int i = prior.length; i < at.length; i++) {
      double before = i == prior.length ? 0 : at[i - 1];
      value -= PLACE_PULL * (at[i] - before) * (at[i] - before) / 2;
    }
    return value;
  }

  private static double log(Shown shown, double[] at, int features) {
    double[] scores = scores(shown, at, features);
    double most = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - most);
    }
    return scores[shown.taken()] - most - Math.log(sum);
  }

  private static double[] scores(Shown shown, double[] at, int features) {
    double[] scores = new double[shown.features().size()];
    for (int i = 0; i < scores.length; i++) {
      double[] own = shown.features().get(i);
      for (int f = 0; f < features; f++) {
        scores[i] += own[f] * at[f];
      }
      scores[i] += i == 0 ? 0 : at[features + i - 1];
    }
    return scores;
  }

  /** The step of Newton's method: gradient by negative Hessian. */
  private double[] newton(double[] pull) {
    int n = point.length;
    double[] gradient = new double[n];
    double[][] curve = new double[n][n];
    for (Shown shown : decisions) {
      add(shown, gradient, curve);
    }
    for (int i = 0; i < n; i++) {
      curve[i][i] += TINY;
      if (i < prior.length) {
        gradient[i] -= pull[i] * (point[i] - prior[i]);
        curve[i][i] += pull[i];
      } else {
        smooth(i, gradient, curve);
      }
    }
    RealMatrix hessian = new Array2DRowRealMatrix(curve, false);
    return new CholeskyDecomposition(hessian, 1e-6, 0)
        .getSolver()
        .solve(new ArrayRealVector(gradient, false))
        .toArray();
  }

  private void smooth(int i, double[] gradient, double[][] curve) {
    boolean first = i == prior.length;
    double slope = PLACE_PULL * (point[i] - (first ? 0 : point[i - 1]));
    gradient[i] -= slope;
    curve[i][i] += PLACE_PULL;
    if (!first) {
      gradient[i - 1] += slope;
      curve[i - 1][i - 1] += PLACE_PULL;
      curve[i][i - 1] -= PLACE_PULL;
      curve[i - 1][i] -= PLACE_PULL;
    }
  }

  private void add(Shown shown, double[] gradient, double[][] curve) {
    int features = prior.length;
    int n = point.length;
    double[] chances = scores(shown, point, features);
    double most = Arrays.stream(chances).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      chances[i] = Math.exp(chances[i] - most);
      sum += chances[i];
    }
    double[] mean = new double[n];
    double[][] rows = new double[chances.length][];
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= sum;
      rows[i] = row(shown, i);
      for (int a = 0; a < n; a++) {
        mean[a] += chances[i] * rows[i][a];
      }
    }
    for (int a = 0; a < n; a++) {
      gradient[a] += rows[shown.taken()][a] - mean[a];
    }
    for (int i = 0; i < chances.length; i++) {
      for (int a = 0; a < n; a++) {
        double away = chances[i] * (rows[i][a] - mean[a]);
        for (int b = 0; away != 0 && b < n; b++) {
          curve[a][b] += away * (rows[i][b] - mean[b]);
        }
      }
    }
  }

  private double[] row(Shown shown, int place) {
    double[] row = Arrays.copyOf(shown.features().get(place), point.length);
    if (place > 0) {
      row[prior.length + place - 1] = 1;
    }
    return row;
  }
}
