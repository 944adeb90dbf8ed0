package dev.attune.catalog.compact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many products with a price, and how many that can be bought, are in or below a category. */
final class CategoryCounts {
  private static final int[] UNKNOWN = {};

  /** Where the counts of a category and its ancestors are, its own first. */
  private final Map<CategoryId, int[]> lineages;

  private final int[] priced;
  private final int[] forSale;

  private CategoryCounts(Map<CategoryId, int[]> lineages, int[] priced, int[] forSale) {
    this.lineages = lineages;
    this.priced = priced;
    this.forSale = forSale;
  }

  /** Of no product so far. */
  static CategoryCounts none(CatalogSnapshot catalog) {
    Map<CategoryId, Integer> places = new HashMap<>();
    for (Category category : catalog.categories()) {
      places.put(category.id(), places.size());
    }
    Map<CategoryId, int[]> lineages = new HashMap<>();
    for (CategoryId id : places.keySet()) {
      lineages.put(id, catalog.lineage(id).stream().mapToInt(places::get).toArray());
    }
    return new CategoryCounts(lineages, new int[places.size()], new int[places.size()]);
  }

  CategoryCounts copy() {
    return new CategoryCounts(lineages, priced.clone(), forSale.clone());
  }

  /** Counts a product in. */
  void add(Product product) {
    count(product, 1);
  }

  /** Counts a product out. */
  void remove(Product product) {
    count(product, -1);
  }

  private void count(Product product, int change) {
    int withPrice = product.priced() ? change : 0;
    int withStock = product.forSale() ? change : 0;
    for (int place : touched(product.categories())) {
      priced[place] += withPrice;
      forSale[place] += withStock;
    }
  }

  private int[] touched(List<CategoryId> leaves) {
    if (leaves.size() == 1) {
      return lineages.getOrDefault(leaves.get(0), UNKNOWN);
    }
    return leaves.stream()
        .flatMapToInt(leaf -> IntStream.of(lineages.getOrDefault(leaf, UNKNOWN)))
        .distinct()
        .toArray();
  }

  int priced(CategoryId category) {
    int[] lineage = lineages.getOrDefault(category, UNKNOWN);
    return lineage.length == 0 ? 0 : priced[lineage[0]];
  }

  int forSale(CategoryId category) {
    int[] lineage = lineages.getOrDefault(category, UNKNOWN);
    return lineage.length == 0 ? 0 : forSale[lineage[0]];
  }
}
