package dev.attune.models.compact;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers for a catalog's products, in the order of their ids: a lower number breaks a tie. */
public final class ProductOrdinals {
  /** No products. */
  public static final ProductOrdinals NONE = new ProductOrdinals(CatalogSnapshot.EMPTY);

  private final CatalogSnapshot catalog;
  private final List<ProductId> ids;
  private final Map<ProductId, Integer> ordinals = new HashMap<>();

  public ProductOrdinals(CatalogSnapshot catalog) {
    this.catalog = catalog;
    this.ids = catalog.products().stream().map(Product::id).sorted().toList();
    for (int i = 0; i < ids.size(); i++) {
      ordinals.put(ids.get(i), i);
    }
  }

  /** Whether every product has the number and the words that it has there. */
  public boolean sameAs(ProductOrdinals other) {
    return size() == other.size()
        && IntStream.range(0, size())
            .allMatch(i -> id(i).equals(other.id(i)) && attributes(i).equals(other.attributes(i)));
  }

  private List<Attribute> attributes(int ordinal) {
    return catalog.product(id(ordinal)).map(Product::attributes).orElse(List.of());
  }

  public int size() {
    return ids.size();
  }

  public ProductId id(int ordinal) {
    return ids.get(ordinal);
  }

  public CatalogSnapshot catalog() {
    return catalog;
  }

  /** The product's number, -1 for one that the catalog does not have. */
  public int of(ProductId id) {
    @Nullable Integer ordinal = ordinals.get(id);
    return ordinal == null ? -1 : ordinal;
  }

  /** The number of the product that an event named by id, variant id or sku; -1 for none. */
  public int named(String idOrSku) {
    return catalog.find(idOrSku).map(product -> of(product.id())).orElse(-1);
  }
}
