package dev.attune.models.compact;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a product says of itself as terms, each with the weight of its kind. */
public record ContentTerms(
    double category, double brand, double attribute, double tag, double title) {
  public static final ContentTerms DEFAULT = new ContentTerms(1, .7, .5, .5, .8);

  private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Its terms with their weights: categories, brand, attributes, tags, then title words. */
  public Map<String, Double> of(Product product, CatalogSnapshot catalog) {
    Map<String, Double> terms = new LinkedHashMap<>();
    for (CategoryId leaf : product.categories()) {
      catalog.lineage(leaf).forEach(id -> terms.put("category:" + id, category));
    }
    if (product.brand() != null) {
      terms.put("brand:" + folded(product.brand()), brand);
    }
    for (Attribute said : product.attributes()) {
      said.values().forEach(value -> terms.put(said.name() + "=" + folded(value), attribute));
    }
    product.tags().forEach(it -> terms.put("tag:" + folded(it), tag));
    for (String word : WORD_BREAK.split(folded(product.title()))) {
      if (word.length() > 1) {
        terms.put("title:" + word, title);
      }
    }
    return terms;
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
