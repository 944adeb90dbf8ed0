package dev.attune.models.backtest;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A catalog of products of which only the id and a few words are known. */
final class PlainShop {
  private PlainShop() {}

  /**
   * @param words what each product says of itself, by its id
   */
  static CatalogSnapshot of(Map<String, List<String>> words) {
    List<Product> products = new ArrayList<>(words.size());
    words.forEach((id, said) -> products.add(product(id, said)));
    return new CatalogSnapshot("backtest", products, List.of());
  }

  private static Product product(String id, Collection<String> words) {
    Variant variant =
        new Variant(
            id, id, id, null, null, null, null, Availability.IN_STOCK, Map.of(), null, null);
    List<Attribute> attributes =
        words.isEmpty()
            ? List.of()
            : List.of(new Attribute("attribute", "attribute", List.copyOf(words)));
    return new Product(
        new ProductId(id),
        id,
        id,
        null,
        null,
        List.of(),
        List.of(),
        attributes,
        List.of(),
        null,
        List.of(variant),
        List.of(),
        Instant.EPOCH);
  }
}
