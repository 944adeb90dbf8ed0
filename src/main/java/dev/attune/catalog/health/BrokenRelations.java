package dev.attune.catalog.health;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Relations that cannot be meant: to nothing, in a circle, or to a step that is taken. */
final class BrokenRelations {
  private final CatalogSnapshot catalog;
  private final Map<ProductId, String> missing;
  private final Map<Step, Set<ProductId>> steps = new HashMap<>();

  private record Step(String routine, int position) {}

  /**
   * @param missing by product, what it relates to and the shop has not
   */
  BrokenRelations(CatalogSnapshot catalog, Map<ProductId, String> missing) {
    this.catalog = catalog;
    this.missing = missing;
  }

  /** Notes the steps that a product is, before any is asked about. */
  void add(Product product) {
    for (Relation relation : product.relations()) {
      @Nullable Step step = step(relation);
      if (step != null) {
        steps.computeIfAbsent(step, any -> new TreeSet<>()).add(product.id());
      }
    }
  }

  private static @Nullable Step step(Relation relation) {
    return relation.routine() == null || relation.position() == null
        ? null
        : new Step(relation.routine(), relation.position());
  }

  /** The first thing that is wrong with a product's relations, null where nothing is. */
  @Nullable String of(Product product) {
    @Nullable String unknown = missing.get(product.id());
    if (unknown != null) {
      return product.id() + " relates to " + unknown + ", which the shop has not";
    }
    for (Relation relation : product.relations()) {
      @Nullable Step step = step(relation);
      Set<ProductId> taken = step == null ? Set.of() : steps.getOrDefault(step, Set.of());
      if (step != null && taken.size() > 1) {
        return "step "
            + step.position()
            + " of “"
            + step.routine()
            + "”: "
            + taken.stream().map(ProductId::value).collect(Collectors.joining(", "));
      }
    }
    return isReplacedByItself(product) ? product.id() + " is replaced by what it replaces" : null;
  }

  private boolean isReplacedByItself(Product product) {
    Deque<ProductId> ahead = new ArrayDeque<>(replaced(product));
    Set<ProductId> seen = new HashSet<>();
    while (!ahead.isEmpty()) {
      ProductId next = ahead.remove();
      if (next.equals(product.id())) {
        return true;
      }
      if (seen.add(next)) {
        catalog.product(next).ifPresent(one -> ahead.addAll(replaced(one)));
      }
    }
    return false;
  }

  private static List<ProductId> replaced(Product product) {
    return product.relations().stream()
        .filter(relation -> relation.kind() == Relation.Kind.REPLACES)
        .map(Relation::target)
        .toList();
  }
}
