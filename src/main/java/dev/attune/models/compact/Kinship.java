package dev.attune.models.compact;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether products have any category in common, however far above them. */
public final class Kinship {
  private final ProductOrdinals products;
  private final Map<CategoryId, List<CategoryId>> lineages = new HashMap<>();

  public Kinship(ProductOrdinals products) {
    this.products = products;
  }

  /** Both have categories, and none in common. */
  public boolean isStrange(int one, int other) {
    List<CategoryId> first = categories(one);
    List<CategoryId> second = categories(other);
    return !first.isEmpty()
        && !second.isEmpty()
        && first.stream().noneMatch(leaf -> second.stream().anyMatch(its -> meet(leaf, its)));
  }

  private List<CategoryId> categories(int number) {
    return products
        .catalog()
        .product(products.id(number))
        .map(Product::categories)
        .orElse(List.of());
  }

  private boolean meet(CategoryId one, CategoryId other) {
    return one.equals(other) || lineage(one).stream().anyMatch(lineage(other)::contains);
  }

  private List<CategoryId> lineage(CategoryId leaf) {
    return lineages.computeIfAbsent(leaf, id -> List.copyOf(products.catalog().lineage(id)));
  }
}
