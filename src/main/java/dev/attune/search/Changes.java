package dev.attune.search;

import dev.attune.catalog.CatalogDelta;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.search.text.TextIndex;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an index has to follow from one version of a catalog to another. */
final class Changes {
  private Changes() {}

  /** What the later version says of itself, else what comparing all products shows. */
  static CatalogDelta between(CatalogSnapshot before, CatalogSnapshot later) {
    return later.changesSince(before.version()).orElseGet(() -> compared(before, later));
  }

  /** Whether so many products differ at most, by what the later version says or by comparing. */
  static boolean few(CatalogSnapshot before, CatalogSnapshot later, int most) {
    return later
        .changesSince(before.version())
        .map(delta -> delta.size() <= most)
        .orElseGet(() -> differ(before, later).limit(most + 1L).count() <= most);
  }

  private static Stream<ProductId> differ(CatalogSnapshot before, CatalogSnapshot later) {
    Stream<ProductId> put =
        later.products().stream()
            .filter(product -> before.product(product.id()).filter(product::equals).isEmpty())
            .map(Product::id);
    Stream<ProductId> removed =
        before.products().stream().map(Product::id).filter(id -> later.ordinal(id) < 0);
    return Stream.concat(put, removed);
  }

  private static CatalogDelta compared(CatalogSnapshot before, CatalogSnapshot later) {
    Set<ProductId> put = new HashSet<>();
    for (Product product : later.products()) {
      int place = before.ordinal(product.id());
      if (place < 0 || !before.at(place).equals(product)) {
        put.add(product.id());
      }
    }
    Set<ProductId> removed = new HashSet<>();
    for (Product product : before.products()) {
      if (later.ordinal(product.id()) < 0) {
        removed.add(product.id());
      }
    }
    return new CatalogDelta(before.version(), put, removed);
  }

  /** The products whose texts are not as they were; the names of categories are in all of them. */
  static List<ProductId> ofTexts(
      CatalogSnapshot before, CatalogSnapshot later, Collection<ProductId> changed) {
    boolean sameTree = before.categories().equals(later.categories());
    Stream<ProductId> suspects =
        sameTree ? changed.stream() : later.products().stream().map(Product::id);
    return suspects.filter(id -> saysSomethingElse(before, later, id)).toList();
  }

  private static boolean saysSomethingElse(
      CatalogSnapshot before, CatalogSnapshot later, ProductId id) {
    int was = before.ordinal(id);
    Product is = later.at(later.ordinal(id));
    return was < 0 || !TextIndex.saysTheSame(before, before.at(was), later, is);
  }

  /** Whether the catalogs have the same products at the same places, with the same titles. */
  static boolean sameTitles(
      CatalogSnapshot before, CatalogSnapshot later, Collection<ProductId> changed) {
    return later.standsAs(before)
        && changed.stream()
            .mapToInt(later::ordinal)
            .allMatch(place -> before.at(place).title().equals(later.at(place).title()));
  }
}
