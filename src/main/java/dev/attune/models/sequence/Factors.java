package dev.attune.models.sequence;

import dev.attune.models.compact.Best;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What comes next by vectors: the logit of a product is its own vector times the weighted sum of
 * the history's vectors, plus its bias. A log-bilinear model (Mnih, Hinton, ICML 2007) of the next
 * product instead of the next word.
 */
public final class Factors {
  /** Knows no product. */
  public static final Factors NONE =
      new Factors(FactorSettings.DEFAULT, new float[0], new float[0], new float[0], new int[0]);

  /** Columns whose sums stay in the nearest cache while all dimensions are added. */
  private static final int TILE = 2048;

  private final FactorSettings settings;
  private final int dims;
  private final float[] weights;
  private final float[] sources;
  private final float[] targets;
  private final float[] biases;
  private final int[] scanned;
  private final int[] places;
  private final float[] columns;
  private final float[] columnBiases;

  /**
   * @param counts how often each product was touched
   */
  Factors(FactorSettings settings, float[] sources, float[] targets, float[] biases, int[] counts) {
    this.settings = settings;
    this.dims = settings.dims();
    this.weights = settings.weights();
    this.sources = sources;
    this.targets = targets;
    this.biases = biases;
    Best most = new Best(settings.scanned());
    IntStream.range(0, counts.length).forEach(item -> most.offer(item, counts[item]));
    this.scanned = most.keys();
    this.places = new int[counts.length];
    Arrays.fill(places, -1);
    this.columns = new float[scanned.length * dims];
    this.columnBiases = new float[scanned.length];
    for (int place = 0; place < scanned.length; place++) {
      places[scanned[place]] = place;
      columnBiases[place] = biases[scanned[place]];
      for (int d = 0; d < dims; d++) {
        columns[d * scanned.length + place] = targets[scanned[place] * dims + d];
      }
    }
  }

  public boolean empty() {
    return biases.length == 0;
  }

  /** The chances after a history, its newest product first. */
  public Chances after(int[] history) {
    float[] taste = new float[dims];
    for (int i = 0; i < Math.min(history.length, settings.longest()); i++) {
      Kernels.addScaled(taste, 0, sources, history[i] * dims, weights[i], dims);
    }
    float[] logits = columnBiases.clone();
    for (int from = 0; from < logits.length; from += TILE) {
      int count = Math.min(logits.length - from, TILE);
      Kernels.addProduct(logits, from, count, columns, from, scanned.length, taste, 0, dims);
    }
    return new Chances(taste, logits);
  }

  /** How likely each product comes next. */
  public final class Chances {
    private final float[] taste;
    private final float max;
    private final float sum;
    private final float[] powers;

    private Chances(float[] taste, float[] logits) {
      this.taste = taste;
      this.max = Kernels.max(logits, 0, logits.length);
      Kernels.exp(logits, 0, logits.length, max);
      this.sum = Kernels.sum(logits, 0, logits.length);
      this.powers = logits;
    }

    /** From 0 to 1; over all scanned products they add up to 1. */
    public double of(int item) {
      int place = places[item];
      if (place >= 0) {
        return powers[place] / sum;
      }
      float logit = biases[item] + Kernels.dot(taste, 0, targets, item * dims, dims);
      return Math.min(1, Math.exp(logit - max) / sum);
    }

    /** The likeliest of the scanned products, the likeliest first. */
    public int[] best(int n) {
      Best best = new Best(n);
      for (int place = 0; place < powers.length; place++) {
        best.offer(scanned[place], powers[place]);
      }
      return best.keys();
    }
  }
}
