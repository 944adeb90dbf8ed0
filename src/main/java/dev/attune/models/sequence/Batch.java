package dev.attune.models.sequence;

import java.util.Arrays;

/**
 * Some examples that share one step: their answers' logits, and the gradients of the cross entropy.
 * The examples are computed in parts, each into its own sums, so that parts may run at once and the
 * result is the same.
 */
final class Batch {
  static final int PARTS = 4;

  final Rows answers;
  final Rows causes;

  private final FactorSettings settings;
  private final int dims;
  private final int width;
  private final float[] columns;
  private final float[] start;
  private final float[] tastes;
  private final float[] slopes;
  private final int[] right;
  private final int[] causePlaces;
  private final int[] causeCounts;
  private final float[][] vectorSums = new float[PARTS][];
  private final float[][] biasSums = new float[PARTS][];
  private final float[][] logits = new float[PARTS][];
  private int size;

  /**
   * @param products of the shop
   */
  Batch(FactorSettings settings, int products) {
    this.settings = settings;
    this.dims = settings.dims();
    this.width = settings.batch() + settings.negatives();
    this.answers = new Rows(width, products, dims);
    this.causes = new Rows(settings.batch() * settings.longest(), products, dims);
    this.columns = new float[width * dims];
    this.start = new float[width];
    this.tastes = new float[settings.batch() * dims];
    this.slopes = new float[settings.batch() * dims];
    this.right = new int[settings.batch()];
    this.causePlaces = new int[settings.batch() * settings.longest()];
    this.causeCounts = new int[settings.batch()];
    for (int part = 0; part < PARTS; part++) {
      vectorSums[part] = new float[width * dims];
      biasSums[part] = new float[width];
      logits[part] = new float[width];
    }
  }

  void begin(Examples examples, int from, int count) {
    size = count;
    answers.clear();
    causes.clear();
    for (int e = 0; e < size; e++) {
      right[e] = answers.add(examples.answer(from + e));
      causeCounts[e] = Math.min(settings.longest(), examples.before(from + e));
      for (int back = 0; back < causeCounts[e]; back++) {
        int place = causes.add(examples.cause(from + e, back));
        causePlaces[e * settings.longest() + back] = place;
      }
    }
  }

  void read(Embedding sources, Embedding targets, float[] biases, Negatives negatives) {
    answers.read(targets);
    causes.read(sources);
    for (int j = 0; j < answers.size; j++) {
      start[j] = biases[answers.items[j]] - negatives.correction(answers.items[j]);
      for (int d = 0; d < dims; d++) {
        columns[d * width + j] = answers.vectors[j * dims + d];
      }
    }
    Arrays.fill(tastes, 0);
    Arrays.fill(slopes, 0);
    for (int e = 0; e < size; e++) {
      for (int back = 0; back < causeCounts[e]; back++) {
        int place = causePlaces[e * settings.longest() + back];
        Kernels.addScaled(
            tastes, e * dims, causes.vectors, place * dims, settings.weight(back), dims);
      }
    }
  }

  void computePart(int part) {
    Arrays.fill(vectorSums[part], 0);
    Arrays.fill(biasSums[part], 0);
    for (int e = size * part / PARTS; e < size * (part + 1) / PARTS; e++) {
      compute(e, logits[part], vectorSums[part], biasSums[part]);
    }
  }

  private void compute(int e, float[] errors, float[] vectorSum, float[] biasSum) {
    int count = answers.size;
    System.arraycopy(start, 0, errors, 0, count);
    Kernels.addProduct(errors, 0, count, columns, width, tastes, e * dims, dims);
    Kernels.exp(errors, count, Kernels.max(errors, count));
    float share = 1 / Kernels.sum(errors, count);
    for (int j = 0; j < count; j++) {
      errors[j] *= share;
    }
    errors[right[e]] -= 1;
    for (int j = 0; j < count; j++) {
      biasSum[j] += errors[j];
      Kernels.addScaled(vectorSum, j * dims, tastes, e * dims, errors[j], dims);
    }
    int j = 0;
    for (; j + 3 < count; j += 4) {
      Kernels.addFourRows(slopes, e * dims, answers.vectors, j * dims, errors, j, dims);
    }
    for (; j < count; j++) {
      Kernels.addScaled(slopes, e * dims, answers.vectors, j * dims, errors[j], dims);
    }
  }

  /** Adds the parts up, and hands the slopes on to the causes. */
  void gather() {
    for (int part = 0; part < PARTS; part++) {
      for (int i = 0; i < answers.size * dims; i++) {
        answers.gradients[i] += vectorSums[part][i];
      }
    }
    for (int e = 0; e < size; e++) {
      for (int back = 0; back < causeCounts[e]; back++) {
        int place = causePlaces[e * settings.longest() + back];
        Kernels.addScaled(
            causes.gradients, place * dims, slopes, e * dims, settings.weight(back), dims);
      }
    }
  }

  /** The gradient of the bias of the answer at this place. */
  float biasGradient(int place) {
    float sum = 0;
    for (float[] part : biasSums) {
      sum += part[place];
    }
    return sum;
  }
}
