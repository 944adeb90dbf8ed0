package dev.attune.models;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Best;
import dev.attune.models.compact.ProductOrdinals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All products with a score above zero, best first, in the whole shop and in each category. */
final class Ranking {
  static final Ranking NONE = new Ranking(ProductOrdinals.NONE, new double[0]);

  private static final int[] NOTHING = {};

  private final ProductOrdinals products;
  private final double[] scores;
  private final int[] all;
  private final Map<CategoryId, int[]> byCategory = new HashMap<>();

  /**
   * @param scores by product number
   */
  Ranking(ProductOrdinals products, double[] scores) {
    this.products = products;
    this.scores = scores;
    Best best = new Best(scores.length);
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        best.offer(i, scores[i]);
      }
    }
    all = best.keys();
    Map<CategoryId, List<Integer>> filed = new HashMap<>();
    for (int number : all) {
      for (CategoryId category : categories(products, products.product(number))) {
        filed.computeIfAbsent(category, any -> new ArrayList<>()).add(number);
      }
    }
    filed.forEach(
        (category, numbers) ->
            byCategory.put(category, numbers.stream().mapToInt(number -> number).toArray()));
  }

  private static Set<CategoryId> categories(ProductOrdinals products, Product product) {
    Set<CategoryId> categories = new LinkedHashSet<>();
    product.categories().forEach(leaf -> categories.addAll(products.catalog().lineage(leaf)));
    return categories;
  }

  double score(ProductId product) {
    return score(products.of(product));
  }

  /**
   * @param number of a product, -1 for an unknown one
   */
  double score(int number) {
    return number < 0 || number >= scores.length ? 0 : scores[number];
  }

  Shortlist top(int n) {
    return Shortlist.first(products, all, scores, n);
  }

  Shortlist topIn(CategoryId category, int n) {
    return Shortlist.first(products, in(category), scores, n);
  }

  double sum() {
    return sum(all);
  }

  double sumIn(CategoryId category) {
    return sum(in(category));
  }

  private int[] in(CategoryId category) {
    return byCategory.getOrDefault(category, NOTHING);
  }

  private double sum(int[] numbers) {
    double sum = 0;
    for (int number : numbers) {
      sum += scores[number];
    }
    return sum;
  }
}
