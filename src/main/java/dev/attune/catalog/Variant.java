package dev.attune.catalog;

import dev.attune.platform.money.Money;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is put into a cart: one size and colour of a product.
 *
 * @param id the feed row's own id, unique in the shop, also its sku where the feed has no other
 * @param price what is asked now, null where the feed gave none
 * @param compareAt the regular price while {@code price} is a sale price, else null
 * @param cost what the shop pays for one, null where unknown
 * @param quantity pieces in stock, null where the shop does not say
 * @param options chosen values by option name, {@code size=M}
 */
public record Variant(
    String id,
    String sku,
    String title,
    @Nullable Money price,
    @Nullable Money compareAt,
    @Nullable Money cost,
    @Nullable Integer quantity,
    Availability availability,
    Map<String, String> options,
    @Nullable Picture image,
    @Nullable String barcode) {
  public Variant {
    sku = sku.equals(id) ? id : sku;
    options = options.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** This variant at another price; null where it has none. */
  public Variant priced(@Nullable Money asked, @Nullable Money regular) {
    return new Variant(
        id, sku, title, asked, regular, cost, quantity, availability, options, image, barcode);
  }

  /** This variant under another title. */
  public Variant called(String name) {
    return new Variant(
        id, sku, name, price, compareAt, cost, quantity, availability, options, image, barcode);
  }

  /** Is on the shelf, as far as the shop says. */
  public boolean inStock() {
    return availability == Availability.IN_STOCK && (quantity == null || quantity > 0);
  }

  /** Has a price, is not sold out, and its count, where known, is not zero. */
  public boolean forSale() {
    boolean stocked = quantity == null || quantity > 0 || availability != Availability.IN_STOCK;
    return price != null && availability.forSale() && stocked;
  }
}
