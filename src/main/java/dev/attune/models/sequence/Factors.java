package dev.attune.models.sequence;

import dev.attune.models.compact.Best;
import dev.attune.models.compact.SparseRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What comes next by vectors: the logit of a product is its own vector times the weighted sum of
 * the history's vectors, plus its bias. A log-bilinear model (Mnih, Hinton, ICML 2007) of the next
 * product instead of the next word.
 */
public final class Factors {
  /** Knows no product. */
  public static final Factors NONE =
      new Factors(
          FactorSettings.DEFAULT,
          new float[0],
          new float[0],
          new float[0],
          new BitSet(),
          new int[0]);

  /** Vectors that are fetched in one go: as many as the processor's nearest memory keeps. */
  private static final int AT_ONCE = 32;

  private final FactorSettings settings;
  private final int dims;
  private final float[] weights;
  private final float[] sources;
  private final float[] targets;
  private final float[] biases;
  private final Groups groups;
  private final BitSet known;

  /**
   * @param known products of which something was learned
   * @param scanned products that answers are looked for in
   */
  private Factors(
      FactorSettings settings,
      float[] sources,
      float[] targets,
      float[] biases,
      BitSet known,
      int[] scanned) {
    this.settings = settings;
    this.dims = settings.dims();
    this.weights = settings.weights();
    this.sources = sources;
    this.targets = targets;
    this.biases = biases;
    this.known = known;
    this.groups = new Groups(scanned, targets, biases, dims);
  }

  /**
   * What was learned.
   *
   * @param counts how often each product was touched
   * @param known products of which something was learned
   */
  static Factors of(
      FactorSettings settings,
      float[] sources,
      float[] targets,
      float[] biases,
      int[] counts,
      BitSet known) {
    Best most = new Best(settings.scanned());
    IntStream.range(0, counts.length).forEach(item -> most.offer(item, counts[item]));
    return new Factors(settings, sources, targets, biases, known, most.keys());
  }

  /**
   * The same under other numbers. Products of which nothing was learned say nothing and come last.
   *
   * @param before the number here of each product there, -1 for one that is none here
   */
  Factors renumbered(int[] before) {
    float[] from = new float[before.length * dims];
    float[] to = new float[before.length * dims];
    float[] bias = new float[before.length];
    BitSet learned = new BitSet();
    int[] now = new int[biases.length];
    Arrays.fill(now, -1);
    float least = biases.length == 0 ? 0 : Float.POSITIVE_INFINITY;
    for (float one : biases) {
      least = Math.min(least, one);
    }
    for (int item = 0; item < before.length; item++) {
      int was = before[item];
      if (was < 0) {
        bias[item] = least;
        continue;
      }
      now[was] = item;
      System.arraycopy(sources, was * dims, from, item * dims, dims);
      System.arraycopy(targets, was * dims, to, item * dims, dims);
      bias[item] = biases[was];
      learned.set(item, known.get(was));
    }
    int[] scanned =
        Arrays.stream(groups.items()).map(was -> now[was]).filter(item -> item >= 0).toArray();
    return new Factors(settings, from, to, bias, learned, scanned);
  }

  /**
   * Whether anything was learned of any of these products. What would come next after others is
   * only what is popular.
   */
  public boolean knows(int[] history) {
    return Arrays.stream(history).anyMatch(known::get);
  }

  /** The chances after a history, its newest product first. */
  public Chances after(int[] history) {
    float[] taste = new float[dims];
    for (int i = 0; i < Math.min(history.length, settings.longest()); i++) {
      Kernels.addScaled(taste, 0, sources, history[i] * dims, weights[i], dims);
    }
    return new Chances(taste, groups.find(taste));
  }

  /** How likely each product comes next. */
  public final class Chances {
    private final float[] taste;
    private final Groups.Found found;

    private Chances(float[] taste, Groups.Found found) {
      this.taste = taste;
      this.found = found;
    }

    /** From 0 to 1; over all products that an answer is looked for in they add up to about 1. */
    public double of(int item) {
      double logit = biases[item] + Kernels.dot(taste, 0, targets, item * dims, dims);
      return power(logit, 1);
    }

    /**
     * The chances of some products, each to the power of an exponent. Their vectors are fetched in
     * one go, because memory answers many questions at a time nearly as soon as one.
     */
    public double[] powers(int[] items, double exponent) {
      double[] powers = new double[items.length];
      float[] vectors = new float[AT_ONCE * dims];
      float[] logits = new float[AT_ONCE];
      for (int from = 0; from < items.length; from += AT_ONCE) {
        int many = Math.min(AT_ONCE, items.length - from);
        for (int i = 0; i < many; i++) {
          System.arraycopy(targets, items[from + i] * dims, vectors, i * dims, dims);
          logits[i] = biases[items[from + i]];
        }
        for (int i = 0; i < many; i++) {
          logits[i] += Kernels.dot(taste, 0, vectors, i * dims, dims);
          powers[from + i] = power(logits[i], exponent);
        }
      }
      return powers;
    }

    /**
     * Tells the likeliest products, in no particular order, with their chances to the power of an
     * exponent.
     */
    public void best(int n, double exponent, SparseRows.Entry to) {
      int size = found.size();
      double[] sorted = new double[size];
      for (int i = 0; i < size; i++) {
        sorted[i] = found.logits()[i];
      }
      double least = size > n ? Best.nth(sorted, size, n) : Double.NEGATIVE_INFINITY;
      int ties = n;
      for (int i = 0; i < size; i++) {
        ties -= found.logits()[i] > least ? 1 : 0;
      }
      for (int i = 0; i < size; i++) {
        double logit = found.logits()[i];
        if (logit > least || (logit == least && ties-- > 0)) {
          to.is(found.items()[i], power(logit, exponent));
        }
      }
    }

    private double power(double logit, double exponent) {
      return Math.exp(exponent * Math.min(0, logit - found.logSum()));
    }
  }
}
