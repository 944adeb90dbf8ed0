package dev.attune.models;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.Best;
import dev.attune.models.compact.ProductOrdinals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All products with a score above zero, best first, in the whole shop and in each category. */
final class Ranking {
  static final Ranking NONE = new Ranking(ProductOrdinals.NONE, new double[0]);

  private final Map<ProductId, Scored> byProduct = new HashMap<>();
  private final List<Scored> all = new ArrayList<>();
  private final Map<CategoryId, List<Scored>> byCategory = new HashMap<>();

  /**
   * @param scores by product number
   */
  Ranking(ProductOrdinals products, double[] scores) {
    Best best = new Best(scores.length);
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > 0) {
        best.offer(i, scores[i]);
      }
    }
    for (int ordinal : best.keys()) {
      Scored scored = new Scored(products.id(ordinal), scores[ordinal]);
      all.add(scored);
      byProduct.put(scored.product(), scored);
      products.catalog().product(scored.product()).ifPresent(it -> file(products, it, scored));
    }
  }

  private void file(ProductOrdinals products, Product product, Scored scored) {
    for (CategoryId category : categories(products, product)) {
      byCategory.computeIfAbsent(category, any -> new ArrayList<>()).add(scored);
    }
  }

  private static Set<CategoryId> categories(ProductOrdinals products, Product product) {
    Set<CategoryId> categories = new LinkedHashSet<>();
    product.categories().forEach(leaf -> categories.addAll(products.catalog().lineage(leaf)));
    return categories;
  }

  double score(ProductId product) {
    Scored scored = byProduct.get(product);
    return scored == null ? 0 : scored.score();
  }

  List<Scored> top(int n) {
    return first(all, n);
  }

  List<Scored> topIn(CategoryId category, int n) {
    return first(byCategory.getOrDefault(category, List.of()), n);
  }

  double sum() {
    return sum(all);
  }

  double sumIn(CategoryId category) {
    return sum(byCategory.getOrDefault(category, List.of()));
  }

  private static double sum(Collection<Scored> scored) {
    return scored.stream().mapToDouble(Scored::score).sum();
  }

  private static List<Scored> first(List<Scored> scored, int n) {
    return List.copyOf(scored.subList(0, Math.min(Math.max(0, n), scored.size())));
  }
}
