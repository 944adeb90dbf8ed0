package dev.attune.models.sequence;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some examples that share one step: their answers' logits, and the gradients of the cross entropy.
 * Examples are computed apart from each other, and so are the answers' dimensions: parts may run at
 * once, and the result is the same.
 */
final class Batch {
  private static final int PARTS = 4;

  final Rows answers;
  final Rows causes;

  private final FactorSettings settings;
  private final int dims;
  private final int width;
  private final int longest;
  private final float[] weights;
  private final float[] columns;
  private final float[] slopesByColumn;
  private final float[] start;
  private final float[] tastes;
  private final float[] slopes;
  private final float[] errors;
  private final int[] right;
  private final int[] causePlaces;
  private final int[] causeCounts;
  private int size;

  /**
   * @param products of the shop
   */
  Batch(FactorSettings settings, int products) {
    int most = settings.batch();
    this.settings = settings;
    this.dims = settings.dims();
    this.width = most + settings.negatives();
    this.longest = settings.longest();
    this.weights = settings.weights();
    this.answers = new Rows(width, products, dims);
    this.causes = new Rows(most * longest, products, dims);
    this.columns = new float[width * dims];
    this.slopesByColumn = new float[width * dims];
    this.start = new float[width];
    this.tastes = new float[most * dims];
    this.slopes = new float[most * dims];
    this.errors = new float[most * width];
    this.right = new int[most];
    this.causePlaces = new int[most * longest];
    this.causeCounts = new int[most];
  }

  void begin(Examples examples, int from, int count) {
    size = count;
    answers.clear();
    causes.clear();
    for (int e = 0; e < size; e++) {
      right[e] = answers.add(examples.answer(from + e));
      causeCounts[e] = Math.min(longest, examples.before(from + e));
      for (int back = 0; back < causeCounts[e]; back++) {
        causePlaces[e * longest + back] = causes.add(examples.cause(from + e, back));
      }
    }
  }

  /** Computes what the gradients come from. */
  void compute(Embedding sources, Embedding targets, float[] biases, Negatives negatives) {
    both(() -> readAnswers(targets, biases, negatives), () -> causes.read(sources));
    int whole =
        Math.min(settings.batch(), (size + 3) / 4 * 4); // what is missing in the last four is 0
    Arrays.fill(tastes, size * dims, whole * dims, 0);
    IntStream.range(0, PARTS).parallel().forEach(this::computeExamples);
    IntStream.range(0, PARTS).parallel().forEach(this::computeDimensions);
  }

  /** Two things that have nothing to do with each other, at once where there are two cores. */
  static void both(Runnable one, Runnable other) {
    IntStream.range(0, 2).parallel().forEach(which -> (which == 0 ? one : other).run());
  }

  private void readAnswers(Embedding targets, float[] biases, Negatives negatives) {
    answers.read(targets);
    for (int j = 0; j < answers.size; j++) {
      start[j] = biases[answers.items[j]] - negatives.correction(answers.items[j]);
      for (int d = 0; d < dims; d++) {
        columns[d * width + j] = answers.vectors[j * dims + d];
      }
    }
  }

  /** Gathers the gradients of the answers. */
  void blameAnswers() {
    for (int j = 0; j < answers.size; j++) {
      for (int d = 0; d < dims; d++) {
        answers.gradients[j * dims + d] = slopesByColumn[d * width + j];
      }
    }
  }

  /** Gathers the gradients of the causes. */
  void blameCauses() {
    for (int e = 0; e < size; e++) {
      for (int back = 0; back < causeCounts[e]; back++) {
        int place = causePlaces[e * longest + back];
        Kernels.addScaled(causes.gradients, place * dims, slopes, e * dims, weights[back], dims);
      }
    }
  }

  private void computeExamples(int part) {
    for (int e = size * part / PARTS; e < size * (part + 1) / PARTS; e++) {
      int count = answers.size;
      int row = e * width;
      Arrays.fill(tastes, e * dims, (e + 1) * dims, 0);
      for (int back = 0; back < causeCounts[e]; back++) {
        int place = causePlaces[e * longest + back];
        Kernels.addScaled(tastes, e * dims, causes.vectors, place * dims, weights[back], dims);
      }
      System.arraycopy(start, 0, errors, row, count);
      Kernels.addProduct(errors, row, count, columns, 0, width, tastes, e * dims, dims);
      Kernels.exp(errors, row, count, Kernels.max(errors, row, count));
      Kernels.scale(errors, row, count, 1 / Kernels.sum(errors, row, count));
      errors[row + right[e]] -= 1;
      Arrays.fill(slopes, e * dims, (e + 1) * dims, 0);
      Kernels.addRows(slopes, e * dims, answers.vectors, dims, errors, row, count);
    }
  }

  private void computeDimensions(int part) {
    for (int d = dims * part / PARTS; d < dims * (part + 1) / PARTS; d++) {
      Arrays.fill(slopesByColumn, d * width, d * width + answers.size, 0);
      for (int e = 0; e < size; e += 4) {
        Kernels.addFour(
            slopesByColumn,
            d * width,
            answers.size,
            errors,
            e * width,
            width,
            tastes,
            e * dims + d,
            dims);
      }
    }
  }

  /** The gradient of the bias of the answer at this place. */
  float biasGradient(int place) {
    float sum = 0;
    for (int e = 0; e < size; e++) {
      sum += errors[e * width + place];
    }
    return sum;
  }
}
