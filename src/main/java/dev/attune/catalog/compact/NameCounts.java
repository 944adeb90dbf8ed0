package dev.attune.catalog.compact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many products have a name of some kind, such as that of a brand. */
final class NameCounts {
  private final Function<Product, @Nullable String> name;
  private final Map<String, Integer> counts;

  private NameCounts(Function<Product, @Nullable String> name, Map<String, Integer> counts) {
    this.name = name;
    this.counts = counts;
  }

  /** Of no product so far. */
  static NameCounts none(Function<Product, @Nullable String> name) {
    return new NameCounts(name, new HashMap<>());
  }

  /** Counts a product in. */
  void add(Product product) {
    @Nullable String named = name.apply(product);
    if (named != null) {
      counts.merge(named, 1, Integer::sum);
    }
  }

  private void remove(Product product) {
    @Nullable String named = name.apply(product);
    if (named != null) {
      counts.computeIfPresent(named, (any, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Those of a later version with the same places; these ones where no name is another. */
  NameCounts after(CatalogSnapshot before, CatalogSnapshot later, Collection<ProductId> changed) {
    @Nullable NameCounts next = null;
    for (ProductId id : changed) {
      int place = later.ordinal(id);
      Product was = before.at(place);
      Product is = later.at(place);
      if (!Objects.equals(name.apply(was), name.apply(is))) {
        next = next == null ? new NameCounts(name, new HashMap<>(counts)) : next;
        next.remove(was);
        next.add(is);
      }
    }
    return next == null ? this : next;
  }

  boolean has(String named) {
    return counts.containsKey(named);
  }

  /** How many products have each name. */
  Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  Set<String> names() {
    return Set.copyOf(counts.keySet());
  }
}
