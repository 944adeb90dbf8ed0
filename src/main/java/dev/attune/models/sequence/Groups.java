package dev.attune.models.sequence;

import dev.attune.models.compact.Best;
import java.util.Arrays;

/**
 * Products in groups of similar vectors, so that an answer looks through the most promising groups
 * only and estimates the rest from what is known of each group (an inverted file: Jégou, Douze,
 * Schmid, PAMI 2011).
 */
final class Groups {
  /** Products of a group on average; a group of more than twice as many is cut. */
  private static final int SIZE = 128;

  /**
   * Products that are looked through for an answer, and a group more at most. On the validation
   * part of Beauty, of 12,101 products: HR@10 .1297 and NDCG@10 .0777 with 1,024, .1298 and .0778
   * with 4,096, .1298 and .0777 with all.
   */
  private static final int LOOKED_AT = 1_024;

  /** So many groups of usual sizes are enough to be looked through. */
  private static final int FEW = 2 * LOOKED_AT / SIZE;

  /** A stated guess: the groups need not be the best that there are. */
  private static final int PASSES = 5;

  /**
   * Standard deviations above its mean that the best of a group is taken to stand; 1.5 and 3.5
   * found as much on the validation part of Beauty.
   */
  private static final float REACH = 2.5f;

  private final int dims;
  private final int count;
  private final int[] starts;
  private final int[] items;
  private final float[] columns;
  private final float[] biases;
  private final float[] means;
  private final float[] variances;
  private final float[] meanBiases;
  private final float[] biasVariances;

  /**
   * What was looked through for one answer.
   *
   * @param items that were
   * @param logits of these
   * @param size how many they are
   * @param logSum the logarithm of the sum of all products' powers, estimated
   */
  record Found(int[] items, float[] logits, int size, double logSum) {}

  /**
   * @param most the products that are grouped
   * @param vectors of all products, one after the other
   */
  Groups(int[] most, float[] vectors, float[] allBiases, int dims) {
    this.dims = dims;
    int groups = most.length <= LOOKED_AT ? 1 : most.length / SIZE;
    int[] group =
        groups == 1
            ? new int[most.length]
            : new Grouping(most, vectors, dims, groups, PASSES).run();
    int[] order = sorted(group, groups);
    this.items = new int[most.length];
    int[] begun = new int[most.length + 2];
    int size = 0;
    for (int place = 0; place < order.length; place++) {
      items[place] = most[order[place]];
      boolean first = place == 0 || group[order[place]] != group[order[place - 1]];
      if (first || (groups > 1 && place - begun[size - 1] == 2 * SIZE)) {
        begun[size++] = place;
      }
    }
    begun[size] = order.length;
    this.count = size;
    this.starts = Arrays.copyOf(begun, size + 1);
    this.columns = new float[items.length * dims];
    this.biases = new float[items.length];
    this.means = new float[count * dims];
    this.variances = new float[count * dims];
    this.meanBiases = new float[count];
    this.biasVariances = new float[count];
    for (int g = 0; g < count; g++) {
      fill(g, vectors, allBiases);
    }
  }

  /** The products that are grouped. */
  int[] items() {
    return items.clone();
  }

  private static int[] sorted(int[] group, int groups) {
    int[] next = new int[groups + 1];
    for (int g : group) {
      next[g + 1]++;
    }
    for (int g = 0; g < groups; g++) {
      next[g + 1] += next[g];
    }
    int[] order = new int[group.length];
    for (int i = 0; i < group.length; i++) {
      order[next[group[i]]++] = i;
    }
    return order;
  }

  private void fill(int g, float[] vectors, float[] allBiases) {
    int from = starts[g];
    int size = starts[g + 1] - from;
    float[] values = new float[size];
    for (int d = 0; d < dims; d++) {
      for (int j = 0; j < size; j++) {
        values[j] = vectors[items[from + j] * dims + d];
      }
      System.arraycopy(values, 0, columns, from * dims + d * size, size);
      means[d * count + g] = mean(values);
      variances[d * count + g] = variance(values);
    }
    for (int j = 0; j < size; j++) {
      biases[from + j] = allBiases[items[from + j]];
    }
    System.arraycopy(biases, from, values, 0, size);
    meanBiases[g] = mean(values);
    biasVariances[g] = variance(values);
  }

  private static float mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return (float) (sum / Math.max(1, values.length));
  }

  private static float variance(float[] values) {
    double mean = mean(values);
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return (float) (sum / Math.max(1, values.length));
  }

  /** Looks through the most promising groups for who has a taste like this. */
  Found find(float[] taste) {
    float[] mean = meanBiases.clone();
    float[] variance = biasVariances.clone();
    float[] squares = new float[dims];
    for (int d = 0; d < dims; d++) {
      squares[d] = taste[d] * taste[d];
    }
    Kernels.addProduct(mean, 0, count, means, 0, count, taste, 0, dims);
    Kernels.addProduct(variance, 0, count, variances, 0, count, squares, 0, dims);
    int[] order = promising(mean, variance);
    int size = 0;
    for (int g : order) {
      size += size(g);
    }
    int[] found = new int[size];
    float[] logits = new float[size];
    int at = 0;
    boolean[] looked = new boolean[count];
    for (int g : order) {
      looked[g] = true;
      int from = starts[g];
      int many = size(g);
      System.arraycopy(items, from, found, at, many);
      System.arraycopy(biases, from, logits, at, many);
      Kernels.addProduct(logits, at, many, columns, from * dims, many, taste, 0, dims);
      at += many;
    }
    float max = Kernels.max(logits, 0, size);
    float[] powers = logits.clone();
    Kernels.exp(powers, 0, size, max);
    double sum = Kernels.sum(powers, 0, size);
    for (int g = 0; g < count; g++) {
      sum += looked[g] ? 0 : size(g) * Math.exp(mean[g] + variance[g] / 2 - max);
    }
    return new Found(found, logits, size, max + Math.log(sum));
  }

  /** The groups that are looked through, the most promising first. */
  private int[] promising(float[] mean, float[] variance) {
    double[] reach = new double[count];
    for (int g = 0; g < count; g++) {
      reach[g] = mean[g] + REACH * Math.sqrt(variance[g]);
    }
    for (int first = FEW; ; first *= 2) {
      Best promising = new Best(Math.min(first, count));
      for (int g = 0; g < count; g++) {
        promising.offer(g, reach[g]);
      }
      int[] order = promising.keys();
      int size = 0;
      for (int i = 0; i < order.length; i++) {
        size += size(order[i]);
        if (size >= LOOKED_AT) {
          return Arrays.copyOf(order, i + 1);
        }
      }
      if (order.length == count) {
        return order;
      }
    }
  }

  private int size(int group) {
    return starts[group + 1] - starts[group];
  }
}
