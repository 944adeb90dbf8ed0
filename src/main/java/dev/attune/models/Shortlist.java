package dev.attune.models;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A model's answer by product number, the best first. */
public final class Shortlist {
  private final ProductOrdinals products;
  private final int[] numbers;
  private final double[] scores;

  private Shortlist(ProductOrdinals products, int[] numbers, double[] scores) {
    this.products = products;
    this.numbers = numbers;
    this.scores = scores;
  }

  /** The best of these sums. */
  static Shortlist best(ProductOrdinals products, Tally sums, int n) {
    Tally most = sums.most(n);
    int[] numbers = most.best(n, any -> true);
    double[] scores = new double[numbers.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = most.get(numbers[i]);
    }
    return new Shortlist(products, numbers, scores);
  }

  /**
   * The first of a list.
   *
   * @param all numbers, the best first
   * @param scores by number
   */
  static Shortlist first(ProductOrdinals products, int[] all, double[] scores, int n) {
    int[] numbers = Arrays.copyOf(all, Math.min(Math.max(0, n), all.length));
    double[] own = new double[numbers.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = scores[numbers[i]];
    }
    return new Shortlist(products, numbers, own);
  }

  public int size() {
    return numbers.length;
  }

  /** Finite; comparable within this list only, unless the model says more. */
  public double score(int i) {
    return scores[i];
  }

  /** Where a catalog has it, -1 where it does not. */
  public int place(int i, CatalogSnapshot catalog) {
    return products.placeIn(catalog, numbers[i]);
  }

  /** The same by product ids. */
  public List<Scored> scored() {
    List<Scored> scored = new ArrayList<>(numbers.length);
    for (int i = 0; i < numbers.length; i++) {
      scored.add(new Scored(products.id(numbers[i]), scores[i]));
    }
    return List.copyOf(scored);
  }
}
