package dev.attune.models.sequence;

import dev.attune.platform.work.Aside;

/** Groups vectors around so many centers (Lloyd, 1982); the same groups every time. */
final class Grouping {
  private final int[] items;
  private final float[] vectors;
  private final int dims;
  private final int groups;
  private final int passes;
  private final float[] centers;
  private final float[] halves;

  /**
   * @param items to be grouped
   * @param vectors of all items, one after the other
   */
  Grouping(int[] items, float[] vectors, int dims, int groups, int passes) {
    this.items = items;
    this.vectors = vectors;
    this.dims = dims;
    this.groups = groups;
    this.passes = passes;
    this.centers = new float[groups * dims];
    this.halves = new float[groups];
  }

  /** The group of each item. */
  int[] run() {
    int[] nearest = new int[items.length];
    for (int g = 0; g < groups; g++) {
      int item = items[(int) ((long) g * items.length / groups)];
      for (int d = 0; d < dims; d++) {
        centers[d * groups + g] = vectors[item * dims + d];
      }
    }
    for (int pass = 0; pass < passes; pass++) {
      measure();
      for (int i = 0; i < items.length; i++) {
        nearest[i] = nearest(items[i]);
        Aside.step();
      }
      if (pass < passes - 1) {
        move(nearest);
      }
    }
    return nearest;
  }

  /** Half of each center's squared length, below 0: what its distance has beside the product. */
  private void measure() {
    for (int g = 0; g < groups; g++) {
      float sum = 0;
      for (int d = 0; d < dims; d++) {
        sum += centers[d * groups + g] * centers[d * groups + g];
      }
      halves[g] = -sum / 2;
    }
  }

  private int nearest(int item) {
    float[] near = halves.clone();
    Kernels.addProduct(near, 0, groups, centers, 0, groups, vectors, item * dims, dims);
    int best = 0;
    for (int g = 1; g < groups; g++) {
      best = near[g] > near[best] ? g : best;
    }
    return best;
  }

  /** Moves each center into the middle of its group; one without a group stays. */
  private void move(int[] nearest) {
    float[] sums = new float[groups * dims];
    int[] counts = new int[groups];
    for (int i = 0; i < items.length; i++) {
      counts[nearest[i]]++;
      for (int d = 0; d < dims; d++) {
        sums[d * groups + nearest[i]] += vectors[items[i] * dims + d];
      }
    }
    for (int g = 0; g < groups; g++) {
      for (int d = 0; d < dims && counts[g] > 0; d++) {
        centers[d * groups + g] = sums[d * groups + g] / counts[g];
      }
    }
  }
}
