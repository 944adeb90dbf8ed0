package dev.attune.catalog.feed.shopify;

import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ids of a product's variants: the SKU where it is one product's variant's own, else the handle
 * with the options' values, else with the variant's number.
 */
final class VariantIds {
  private static final String ONLY_VARIANT = "Default Title";

  private final List<String> ids;

  /**
   * @param before how many variants of the product earlier rows had
   */
  VariantIds(String handle, List<ShopifyRow> variants, int before) {
    Map<String, Integer> skus = new HashMap<>();
    variants.forEach(row -> skus.merge(row.code(Column.SKU), 1, Integer::sum));
    this.ids = new ArrayList<>(variants.size());
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < variants.size(); i++) {
      String sku = variants.get(i).code(Column.SKU);
      boolean own = !sku.isEmpty() && skus.getOrDefault(sku, 0) == 1 && fits(sku);
      String id = own ? sku : named(handle, variants.get(i));
      ids.add(taken.add(id) ? id : handle + "-" + (before + i + 1));
    }
  }

  String id(int variant) {
    return ids.get(variant);
  }

  private static boolean fits(String sku) {
    return sku.length() <= ItemFields.MAX_LONG_ID
        && sku.indexOf('\uFFFD') < 0
        && sku.chars().noneMatch(Character::isISOControl);
  }

  private static String named(String handle, ShopifyRow row) {
    StringBuilder id = new StringBuilder(handle);
    for (Column column : Column.OPTION_VALUES) {
      String value = row.get(column);
      String slug = value.equals(ONLY_VARIANT) ? "" : Slug.handle(value);
      if (!slug.isEmpty()) {
        id.append('-').append(slug);
      }
    }
    return id.length() <= ItemFields.MAX_LONG_ID ? id.toString() : handle;
  }
}
