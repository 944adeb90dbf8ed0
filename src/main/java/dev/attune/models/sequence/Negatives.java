package dev.attune.models.sequence;

import java.util.Arrays;
import java.util.Random;

/** Draws wrong answers, popular products more often, and says how often one is to be expected. */
final class Negatives {
  private final FactorSettings settings;
  private final Random random;
  private final double[] upTo;
  private final float[] corrections;

  Negatives(int[] counts, FactorSettings settings, Random random) {
    this.settings = settings;
    this.random = random;
    this.upTo = new double[counts.length];
    double[] weights = new double[counts.length];
    double all = 0;
    double touches = 0;
    for (int i = 0; i < counts.length; i++) {
      weights[i] = Math.pow(1 + counts[i], settings.popularity());
      all += weights[i];
      upTo[i] = all;
      touches += counts[i];
    }
    this.corrections = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      double drawn = settings.negatives() * weights[i] / all;
      double right = settings.batch() * counts[i] / Math.max(1, touches);
      corrections[i] = (float) Math.log(drawn + right);
    }
  }

  void drawInto(Batch batch) {
    double all = upTo[upTo.length - 1];
    for (int i = 0; i < settings.negatives(); i++) {
      int at = Arrays.binarySearch(upTo, random.nextDouble() * all);
      batch.answers.add(Math.min(upTo.length - 1, at < 0 ? -at - 1 : at + 1));
    }
  }

  /** The logarithm of how often a batch has this product, as a right answer or a wrong one. */
  float correction(int item) {
    return corrections[item];
  }
}
