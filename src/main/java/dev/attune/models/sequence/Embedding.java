package dev.attune.models.sequence;

import java.util.Arrays;
import java.util.Random;

/**
 * A vector for each product while it is learned: its own part plus the mean of its terms' parts, so
 * that a product with few events, or none, stands near those that it resembles. Adagrad (Duchi,
 * Hazan, Singer, JMLR 2011) for each number of it.
 */
final class Embedding {
  private static final float SPREAD = .05f;
  private static final float FIRST_SQUARE = 1e-6f;

  private final int dims;
  private final int[][] terms;
  private final float[] own;
  private final float[] ownSquares;
  private final float[] shared;
  private final float[] sharedSquares;
  private final float[] termGradients;
  private final int[] termPlaces;
  private final int[] touched;

  /**
   * @param terms of each product, numbers below {@code termCount}
   */
  Embedding(int[][] terms, int termCount, int dims, Random random) {
    this.dims = dims;
    this.terms = terms;
    this.own = spread(terms.length * dims, random);
    this.shared = spread(termCount * dims, random);
    this.ownSquares = squares(own.length);
    this.sharedSquares = squares(shared.length);
    this.termGradients = new float[shared.length];
    this.termPlaces = new int[termCount];
    this.touched = new int[termCount];
    Arrays.fill(termPlaces, -1);
  }

  private static float[] spread(int length, Random random) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian() * SPREAD;
    }
    return values;
  }

  private static float[] squares(int length) {
    float[] values = new float[length];
    Arrays.fill(values, FIRST_SQUARE);
    return values;
  }

  /** Writes the vector of an item to {@code into} from {@code at} on. */
  void read(int item, float[] into, int at) {
    System.arraycopy(own, item * dims, into, at, dims);
    for (int term : terms[item]) {
      Kernels.addScaled(into, at, shared, term * dims, 1f / terms[item].length, dims);
    }
  }

  /**
   * One step against the gradients, which it may change.
   *
   * @param decay part of each own vector that is added to its gradient
   */
  void learn(Rows rows, float rate, float decay) {
    for (int i = 0; i < rows.size; i++) {
      int at = rows.items[i] * dims;
      Kernels.addScaled(rows.gradients, i * dims, own, at, decay, dims);
      step(own, ownSquares, at, rows.gradients, i * dims, rate);
    }
    int known = 0;
    for (int i = 0; i < rows.size; i++) {
      int[] said = terms[rows.items[i]];
      for (int term : said) {
        if (termPlaces[term] < 0) {
          termPlaces[term] = known;
          Arrays.fill(termGradients, known * dims, (known + 1) * dims, 0);
          touched[known++] = term;
        }
        int to = termPlaces[term] * dims;
        Kernels.addScaled(termGradients, to, rows.gradients, i * dims, 1f / said.length, dims);
      }
    }
    for (int k = 0; k < known; k++) {
      termPlaces[touched[k]] = -1;
      step(shared, sharedSquares, touched[k] * dims, termGradients, k * dims, rate);
    }
  }

  private void step(float[] values, float[] squares, int at, float[] gradient, int g, float rate) {
    for (int d = 0; d < dims; d++) {
      float slope = gradient[g + d];
      float square = squares[at + d] + slope * slope;
      squares[at + d] = square;
      values[at + d] -= rate * slope / (float) Math.sqrt(square);
    }
  }

  /** All vectors, one after the other. */
  float[] all() {
    float[] all = new float[terms.length * dims];
    for (int i = 0; i < terms.length; i++) {
      read(i, all, i * dims);
    }
    return all;
  }
}
