package dev.attune.models.sequence;

/** Inner loops over plain arrays, four rows at a time: written so that they become SIMD code. */
final class Kernels {
  /** Exponents below this count as this: far less than any float sum can notice. */
  private static final float LEAST = -60;

  private Kernels() {}

  /**
   * Adds {@code vector} times a matrix to {@code sums[from..to)}.
   *
   * @param matrix by dimension: the values of one dimension for all columns lie together
   * @param width columns that a dimension has
   * @param vector begins at {@code at}; its dimensions are a multiple of four
   */
  static void addProduct(
      float[] sums, int from, int to, float[] matrix, int width, float[] vector, int at, int dims) {
    for (int d = 0; d < dims; d += 4) {
      addFour(sums, from, to, matrix, d * width, width, vector, at + d);
    }
  }

  private static void addFour(
      float[] sums, int from, int to, float[] matrix, int row, int width, float[] v, int at) {
    float a = v[at];
    float b = v[at + 1];
    float c = v[at + 2];
    float d = v[at + 3];
    int second = row + width;
    int third = second + width;
    int fourth = third + width;
    for (int i = from; i < to; i++) {
      sums[i] +=
          a * matrix[row + i]
              + b * matrix[second + i]
              + c * matrix[third + i]
              + d * matrix[fourth + i];
    }
  }

  /** Adds {@code times} the vector at {@code from} to the one at {@code to}. */
  static void addScaled(float[] into, int to, float[] vectors, int from, float times, int dims) {
    for (int d = 0; d < dims; d++) {
      into[to + d] += times * vectors[from + d];
    }
  }

  /** Adds four rows of {@code rows}, each times its factor, to the vector at {@code to}. */
  static void addFourRows(
      float[] into, int to, float[] rows, int from, float[] factors, int at, int dims) {
    float a = factors[at];
    float b = factors[at + 1];
    float c = factors[at + 2];
    float e = factors[at + 3];
    int second = from + dims;
    int third = second + dims;
    int fourth = third + dims;
    for (int d = 0; d < dims; d++) {
      into[to + d] +=
          a * rows[from + d] + b * rows[second + d] + c * rows[third + d] + e * rows[fourth + d];
    }
  }

  static float dot(float[] one, int at, float[] other, int from, int dims) {
    float sum = 0;
    for (int d = 0; d < dims; d++) {
      sum += one[at + d] * other[from + d];
    }
    return sum;
  }

  static float max(float[] values, int count) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      max = Math.max(max, values[i]);
    }
    return max;
  }

  static float sum(float[] values, int count) {
    float sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum;
  }

  /**
   * Replaces each value by e to the power of it less {@code max}, as (1 + x/4096)^4096: 1 % low at
   * -9, and without a call.
   */
  static void exp(float[] values, int count, float max) {
    for (int i = 0; i < count; i++) {
      float x = 1 + Math.max(LEAST, values[i] - max) / 4096;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      x *= x;
      values[i] = x;
    }
  }
}
