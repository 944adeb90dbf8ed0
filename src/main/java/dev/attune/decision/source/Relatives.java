package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Relation.Kind;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What goes with a product by merchants' relations, whichever of the two names the other. */
final class Relatives {
  private Relatives() {}

  /** Accessories and main things, what is compatible, and the steps of its routines. */
  static Set<ProductId> of(CatalogSnapshot catalog, ProductId id) {
    return related(catalog, id, relation -> relation.kind() != Kind.REPLACES);
  }

  private static Set<ProductId> related(
      CatalogSnapshot catalog, ProductId id, Predicate<Relation> wanted) {
    Set<ProductId> related = new LinkedHashSet<>();
    catalog.product(id).stream()
        .flatMap(product -> product.relations().stream())
        .filter(wanted)
        .forEach(relation -> related.add(relation.target()));
    for (Product other : catalog.namedBy(id)) {
      other.relations().stream()
          .filter(relation -> relation.target().equals(id) && wanted.test(relation))
          .forEach(relation -> related.add(other.id()));
    }
    return related;
  }
}
