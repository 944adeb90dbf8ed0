package dev.attune.models.compact;

import dev.attune.catalog.compact.IntRows;
import dev.attune.platform.work.Aside;
import java.util.Arrays;

/**
 * What products say of themselves and have in common, as numbers.
 *
 * @param of each product, its first ones
 * @param count of different terms
 */
public record SharedTerms(int[][] of, int count) {
  /** A term of fewer products than this teaches nothing that they do not know themselves. */
  private static final int FEWEST_HOLDERS = 3;

  /** Terms of one product that are used, in the order in which it says them. */
  private static final int MOST = 8;

  public static SharedTerms of(ProductOrdinals products) {
    TermNumbers numbers = new TermNumbers();
    IntRows said = new IntRows(products.size());
    for (int item = 0; item < products.size(); item++) {
      ContentTerms.DEFAULT
          .of(products.product(item), products.catalog())
          .forEach(
              (term, weight) -> {
                if (!term.startsWith("title:")) {
                  said.add(numbers.count(term, weight));
                }
              });
      said.endRow();
      Aside.step();
    }
    int[] known = new int[numbers.size()];
    int[] count = {0};
    int[][] of = new int[products.size()][];
    said.replaceEach((item, terms) -> of[item] = shared(terms, numbers, known, count));
    return new SharedTerms(of, count[0]);
  }

  /**
   * The first terms that enough products have, by numbers of their own.
   *
   * @param known the number of each term that has one, one more than it is, else 0
   * @param count of terms that have one
   */
  private static int[] shared(int[] terms, TermNumbers numbers, int[] known, int[] count) {
    int size = 0;
    for (int i = 0; i < terms.length && size < MOST; i++) {
      int term = terms[i];
      if (numbers.holders(term) >= FEWEST_HOLDERS) {
        known[term] = known[term] == 0 ? ++count[0] : known[term];
        terms[size++] = known[term] - 1;
      }
    }
    return Arrays.copyOf(terms, size);
  }

  /** Each product as a unit vector over its terms, rare ones counting more. */
  public SparseRows vectors() {
    int[] holders = new int[count];
    for (int[] said : of) {
      for (int term : said) {
        holders[term]++;
      }
    }
    SparseRows.Builder rows = new SparseRows.Builder(of.length);
    for (int[] said : of) {
      double squares = 0;
      for (int term : said) {
        squares += Math.pow(rarity(holders[term]), 2);
      }
      for (int term : said) {
        rows.add(term, rarity(holders[term]) / Math.sqrt(squares));
      }
      rows.endRow();
    }
    return rows.build();
  }

  private double rarity(int holders) {
    return Math.log(1 + (double) of.length / holders);
  }
}
