package dev.attune.models.compact;

import dev.attune.catalog.compact.IntRows;
import dev.attune.platform.work.Aside;
import java.util.Arrays;

/**
 * The terms of every product as numbers, without those that nobody shares, and which products have
 * a term. A term costs a product four bytes; what it weighs is said once a term and once a product.
 */
public final class ProductTerms {
  /** No products. */
  public static final ProductTerms NONE = of(ProductOrdinals.NONE, 0, 0);

  private final IntRows terms;
  private final float[] weights;
  private final float[] norms;
  private final int[] holdersFrom;
  private final int[] holders;

  /** Receives a product or a term with the weight that one has in the other, up to 1. */
  @FunctionalInterface
  public interface Entry {
    void is(int number, double weight);
  }

  private ProductTerms(
      IntRows terms, float[] weights, float[] norms, int[] holdersFrom, int[] holders) {
    this.terms = terms;
    this.weights = weights;
    this.norms = norms;
    this.holdersFrom = holdersFrom;
    this.holders = holders;
  }

  /**
   * @param most terms of a product that are kept, the heaviest: by kind and rarity
   * @param mostHolders products that are kept of a term, those with the lowest numbers
   */
  public static ProductTerms of(ProductOrdinals products, int most, int mostHolders) {
    TermNumbers numbers = new TermNumbers();
    IntRows rows = new IntRows(products.size());
    for (int item = 0; item < products.size(); item++) {
      ContentTerms.DEFAULT
          .of(products.product(item), products.catalog())
          .forEach((term, weight) -> rows.add(numbers.count(term, weight)));
      rows.endRow();
      Aside.step();
    }
    float[] weights = new float[numbers.size()];
    for (int term = 0; term < weights.length; term++) {
      double rarity = Math.log(1 + (double) products.size() / numbers.holders(term));
      weights[term] = (float) (numbers.weight(term) * rarity);
    }
    float[] norms = new float[products.size()];
    rows.replaceEach(
        (item, said) -> {
          int[] kept = heaviest(said, numbers, weights, most);
          norms[item] = norm(kept, weights);
          return kept;
        });
    int[] from = holdersFrom(rows, weights.length, mostHolders);
    return new ProductTerms(rows, weights, norms, from, holders(rows, norms.length, from));
  }

  /** A term that nobody else has finds nothing and is left out. */
  private static int[] heaviest(int[] said, TermNumbers numbers, float[] weights, int most) {
    int size = 0;
    for (int term : said) {
      if (numbers.holders(term) > 1) {
        int at = size++;
        while (at > 0 && weights[said[at - 1]] < weights[term]) {
          said[at] = said[--at];
        }
        said[at] = term;
      }
    }
    return Arrays.copyOf(said, Math.min(size, most));
  }

  private static float norm(int[] terms, float[] weights) {
    double squares = 0;
    for (int term : terms) {
      squares += weights[term] * weights[term];
    }
    return (float) Math.sqrt(squares);
  }

  private static int[] holdersFrom(IntRows rows, int terms, int most) {
    int[] from = new int[terms + 1];
    for (int i = 0; i < rows.size(); i++) {
      int term = rows.at(i);
      from[term + 1] = Math.min(most, from[term + 1] + 1);
    }
    for (int term = 0; term < terms; term++) {
      from[term + 1] += from[term];
    }
    return from;
  }

  private static int[] holders(IntRows rows, int products, int[] from) {
    int[] next = from.clone();
    int[] holders = new int[from[from.length - 1]];
    for (int item = 0; item < products; item++) {
      for (int i = rows.from(item); i < rows.from(item + 1); i++) {
        int term = rows.at(i);
        if (next[term] < from[term + 1]) {
          holders[next[term]++] = item;
        }
      }
    }
    return holders;
  }

  /** A product's terms, the heaviest first; their weights' squares add up to 1. */
  public void each(int item, Entry to) {
    for (int i = terms.from(item); i < terms.from(item + 1); i++) {
      int term = terms.at(i);
      to.is(term, weights[term] / norms[item]);
    }
  }

  /** The products that have a term, each with the weight that the term has there. */
  public void eachHolder(int term, Entry to) {
    for (int i = holdersFrom[term]; i < holdersFrom[term + 1]; i++) {
      to.is(holders[i], weights[term] / norms[holders[i]]);
    }
  }

  /** How many products a term leads to. */
  public int holders(int term) {
    return holdersFrom[term + 1] - holdersFrom[term];
  }
}
