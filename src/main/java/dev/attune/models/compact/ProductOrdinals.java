package dev.attune.models.compact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.util.Arrays;

/** Numbers for a catalog's products, in the order of their ids: a lower number breaks a tie. */
public final class ProductOrdinals {
  /** No products. */
  public static final ProductOrdinals NONE = new ProductOrdinals(CatalogSnapshot.EMPTY);

  private final CatalogSnapshot catalog;
  private final int[] places;
  private final int[] ordinals;

  public ProductOrdinals(CatalogSnapshot catalog) {
    this.catalog = catalog;
    Product[] sorted = catalog.products().toArray(new Product[0]);
    Arrays.parallelSort(sorted, (a, b) -> a.id().compareTo(b.id()));
    places = new int[sorted.length];
    ordinals = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      places[i] = catalog.ordinal(sorted[i].id());
      ordinals[places[i]] = i;
    }
  }

  /** The number there of each product here; -1 for one that is not there in the same words. */
  public int[] numbersIn(ProductOrdinals other) {
    int[] numbers = new int[size()];
    for (int i = 0; i < numbers.length; i++) {
      int there = i < other.size() && other.id(i).equals(id(i)) ? i : other.of(id(i));
      boolean same = there >= 0 && saysAsIn(other, i, there);
      numbers[i] = same ? there : -1;
    }
    return numbers;
  }

  private boolean saysAsIn(ProductOrdinals other, int here, int there) {
    return product(here).attributes().equals(other.product(there).attributes());
  }

  public int size() {
    return places.length;
  }

  public ProductId id(int ordinal) {
    return product(ordinal).id();
  }

  public Product product(int ordinal) {
    return catalog.at(places[ordinal]);
  }

  public CatalogSnapshot catalog() {
    return catalog;
  }

  /** The product's number, -1 for one that the catalog does not have. */
  public int of(ProductId id) {
    int place = catalog.ordinal(id);
    return place < 0 ? -1 : ordinals[place];
  }

  /** Where a catalog has the product of a number, -1 where it does not. */
  public int placeIn(CatalogSnapshot other, int ordinal) {
    return other.standsAs(catalog) ? places[ordinal] : other.ordinal(id(ordinal));
  }

  /** The number of the product at a place of a catalog, -1 for one that is not known here. */
  public int at(CatalogSnapshot other, int place) {
    return other.standsAs(catalog) ? ordinals[place] : of(other.at(place).id());
  }

  /** The number of the product that an event named by id, variant id or sku; -1 for none. */
  public int named(String idOrSku) {
    return catalog.find(idOrSku).map(product -> of(product.id())).orElse(-1);
  }
}
