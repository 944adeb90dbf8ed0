package dev.attune.models.sequence;

/** Inner loops over plain arrays, four rows at a time: written so that they become SIMD code. */
final class Kernels {
  /** Exponents below this count as this: far less than any float sum can notice. */
  private static final float LEAST = -60;

  private Kernels() {}

  /**
   * Adds a vector times a matrix to {@code count} sums.
   *
   * @param matrix by dimension: the values of one dimension for all columns lie together
   * @param from the first column
   * @param width columns that a dimension has
   * @param vector begins at {@code v}; its dimensions are a multiple of four
   */
  static void addProduct(
      float[] sums,
      int at,
      int count,
      float[] matrix,
      int from,
      int width,
      float[] vector,
      int v,
      int dims) {
    for (int d = 0; d < dims; d += 4) {
      addFour(sums, at, count, matrix, d * width + from, width, vector, v + d, 1);
    }
  }

  /**
   * Adds four rows, each times its factor, to {@code count} sums.
   *
   * @param row where the first begins
   * @param width from one row to the next
   * @param step from one factor to the next
   */
  static void addFour(
      float[] sums,
      int at,
      int count,
      float[] rows,
      int row,
      int width,
      float[] factors,
      int f,
      int step) {
    float a = factors[f];
    float b = factors[f + step];
    float c = factors[f + 2 * step];
    float d = factors[f + 3 * step];
    int second = row + width;
    int third = second + width;
    int fourth = third + width;
    for (int i = 0; i < count; i++) {
      sums[at + i] +=
          a * rows[row + i] + b * rows[second + i] + c * rows[third + i] + d * rows[fourth + i];
    }
  }

  /** Adds {@code times} the vector at {@code from} to the one at {@code to}. */
  static void addScaled(float[] into, int to, float[] vectors, int from, float times, int dims) {
    for (int d = 0; d < dims; d++) {
      into[to + d] += times * vectors[from + d];
    }
  }

  /** Adds rows of {@code dims} values, each times its factor, to the vector at {@code to}. */
  static void addRows(
      float[] into, int to, float[] rows, int dims, float[] factors, int f, int count) {
    int i = 0;
    for (; i + 3 < count; i += 4) {
      addFour(into, to, dims, rows, i * dims, dims, factors, f + i, 1);
    }
    for (; i < count; i++) {
      addScaled(into, to, rows, i * dims, factors[f + i], dims);
    }
  }

  static float dot(float[] one, int at, float[] other, int from, int dims) {
    float a = 0;
    float b = 0;
    float c = 0;
    float e = 0;
    for (int d = 0; d < dims; d += 4) {
      a += one[at + d] * other[from + d];
      b += one[at + d + 1] * other[from + d + 1];
      c += one[at + d + 2] * other[from + d + 2];
      e += one[at + d + 3] * other[from + d + 3];
    }
    return a + b + (c + e);
  }

  static float max(float[] values, int from, int count) {
    float max = values[from];
    for (int i = from; i < from + count; i++) {
      max = values[i] > max ? values[i] : max;
    }
    return max;
  }

  static float sum(float[] values, int from, int count) {
    float sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  static void scale(float[] values, int from, int count, float times) {
    for (int i = from; i < from + count; i++) {
      values[i] *= times;
    }
  }

  /**
   * Replaces each value by e to the power of it less {@code max}, as (1 + x/4096)^4096: 1 % low at
   * -9, and without a call.
   */
  static void exp(float[] values, int from, int count, float max) {
    for (int i = from; i < from + count; i++) {
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
