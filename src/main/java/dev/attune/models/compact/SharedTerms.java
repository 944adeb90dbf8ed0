package dev.attune.models.compact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<List<String>> said = new ArrayList<>(products.size());
    Map<String, Integer> holders = new HashMap<>();
    for (int item = 0; item < products.size(); item++) {
      List<String> terms = terms(products, item);
      terms.forEach(term -> holders.merge(term, 1, Integer::sum));
      said.add(terms);
    }
    Map<String, Integer> numbers = new HashMap<>();
    int[][] of = new int[products.size()][];
    for (int item = 0; item < of.length; item++) {
      of[item] =
          said.get(item).stream()
              .filter(term -> holders.getOrDefault(term, 0) >= FEWEST_HOLDERS)
              .limit(MOST)
              .mapToInt(term -> numbers.computeIfAbsent(term, any -> numbers.size()))
              .toArray();
    }
    return new SharedTerms(of, numbers.size());
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

  private static List<String> terms(ProductOrdinals products, int item) {
    return products
        .catalog()
        .product(products.id(item))
        .map(product -> ContentTerms.DEFAULT.of(product, products.catalog()))
        .orElse(Map.of())
        .keySet()
        .stream()
        .filter(term -> !term.startsWith("title:"))
        .toList();
  }
}
