package dev.attune.catalog;

import dev.attune.catalog.compact.KeyTable;
import dev.attune.catalog.compact.Ordinals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where products stand in a catalog, by id, handle, sku, category and relation. It holds for every
 * version of the catalog in which none of these change.
 */
final class CatalogShape {
  private final KeyTable ids;
  private final KeyTable handles;
  private final KeyTable variantIds;
  private final KeyTable skus;
  private final Map<CategoryId, Category> categories = new LinkedHashMap<>();
  private final Map<CategoryId, Ordinals> inCategory = new HashMap<>();
  private final Map<CategoryId, List<CategoryId>> lineages = new HashMap<>();
  private final List<Category> all;
  private final List<Category> roots;
  private final int[] namedFrom;
  private final int[] naming;
  private final Instant openedAt;

  CatalogShape(Product[] products, List<Category> tree) {
    tree.forEach(category -> categories.put(category.id(), category));
    tree.forEach(category -> lineages.put(category.id(), climb(category.id())));
    all = List.copyOf(categories.values());
    roots = tree.stream().filter(category -> category.parent() == null).toList();
    int variants = 0;
    Instant first = Instant.MAX;
    for (Product product : products) {
      variants += product.variants().size();
      first = product.addedAt().isBefore(first) ? product.addedAt() : first;
    }
    openedAt = first;
    ids = new KeyTable(products.length);
    handles = new KeyTable(products.length);
    variantIds = new KeyTable(variants);
    skus = new KeyTable(variants);
    Stream.<Consumer<Product[]>>of(this::fillIds, this::fillHandles, this::fillVariants)
        .parallel()
        .forEach(table -> table.accept(products));
    categorize(products);
    namedFrom = new int[products.length + 1];
    naming = name(products);
  }

  private void fillIds(Product[] products) {
    for (int place = 0; place < products.length; place++) {
      ids.put(products[place].id().value(), place, ids(products));
    }
  }

  private void fillHandles(Product[] products) {
    for (int place = 0; place < products.length; place++) {
      handles.put(products[place].handle(), place, handles(products));
    }
  }

  private void fillVariants(Product[] products) {
    for (int place = 0; place < products.length; place++) {
      for (Variant variant : products[place].variants()) {
        variantIds.put(variant.id(), place, variantIds(products));
        if (!variant.sku().equals(variant.id())) {
          skus.putIfAbsent(variant.sku(), place, skus(products));
        }
      }
    }
  }

  private void categorize(Product[] products) {
    Map<CategoryId, Ordinals.Growing> growing = new HashMap<>();
    for (int place = 0; place < products.length; place++) {
      List<CategoryId> leaves = products[place].categories();
      Iterable<CategoryId> touched = leaves.size() == 1 ? lineage(leaves.get(0)) : lineages(leaves);
      for (CategoryId id : touched) {
        growing.computeIfAbsent(id, any -> new Ordinals.Growing()).add(place);
      }
    }
    growing.forEach((id, places) -> inCategory.put(id, places.done()));
  }

  private Set<CategoryId> lineages(List<CategoryId> leaves) {
    Set<CategoryId> touched = new LinkedHashSet<>();
    leaves.forEach(leaf -> touched.addAll(lineage(leaf)));
    return touched;
  }

  /** Fills {@link #namedFrom}: the places that name a place begin there in the result. */
  private int[] name(Product[] products) {
    for (Product product : products) {
      for (Relation relation : product.relations()) {
        int target = ordinal(products, relation.target().value());
        if (target >= 0) {
          namedFrom[target + 1]++;
        }
      }
    }
    for (int place = 0; place < products.length; place++) {
      namedFrom[place + 1] += namedFrom[place];
    }
    int[] next = namedFrom.clone();
    int[] places = new int[namedFrom[products.length]];
    for (int place = 0; place < products.length; place++) {
      for (Relation relation : products[place].relations()) {
        int target = ordinal(products, relation.target().value());
        if (target >= 0) {
          places[next[target]++] = place;
        }
      }
    }
    return places;
  }

  int ordinal(Product[] products, String id) {
    return ids.find(id, ids(products));
  }

  int handle(Product[] products, String handle) {
    return handles.find(handle, handles(products));
  }

  int sku(Product[] products, String sku) {
    int place = variantIds.find(sku, variantIds(products));
    return place >= 0 ? place : skus.find(sku, skus(products));
  }

  private static KeyTable.Keys ids(Product[] products) {
    return (place, key) -> products[place].id().value().equals(key);
  }

  private static KeyTable.Keys handles(Product[] products) {
    return (place, key) -> products[place].handle().equals(key);
  }

  private static KeyTable.Keys variantIds(Product[] products) {
    return (place, key) -> {
      for (Variant variant : products[place].variants()) {
        if (variant.id().equals(key)) {
          return true;
        }
      }
      return false;
    };
  }

  private static KeyTable.Keys skus(Product[] products) {
    return (place, key) -> {
      for (Variant variant : products[place].variants()) {
        if (variant.sku().equals(key)) {
          return true;
        }
      }
      return false;
    };
  }

  @Nullable Category category(CategoryId id) {
    return categories.get(id);
  }

  List<Category> categories() {
    return all;
  }

  List<Category> roots() {
    return roots;
  }

  Ordinals in(CategoryId id) {
    return inCategory.getOrDefault(id, Ordinals.NONE);
  }

  /** The category and its ancestors, itself first; empty for an unknown one. */
  List<CategoryId> lineage(CategoryId id) {
    return lineages.getOrDefault(id, List.of());
  }

  Instant openedAt() {
    return openedAt;
  }

  /** The places of the products that name the one at this place in a relation of theirs. */
  Ordinals naming(int place) {
    Ordinals.Growing places = new Ordinals.Growing();
    for (int i = namedFrom[place]; i < namedFrom[place + 1]; i++) {
      places.add(naming[i]);
    }
    return places.done();
  }

  /** A parent that is its own descendant ends the climb. */
  private List<CategoryId> climb(CategoryId id) {
    List<CategoryId> lineage = new ArrayList<>(4);
    @Nullable Category category = categories.get(id);
    while (category != null && !lineage.contains(category.id())) {
      lineage.add(category.id());
      category = category.parent() == null ? null : categories.get(category.parent());
    }
    return List.copyOf(lineage);
  }
}
