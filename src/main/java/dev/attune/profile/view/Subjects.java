package dev.attune.profile.view;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the texts that clients send mean in one catalog; made once for each snapshot. */
public final class Subjects {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern EDGE_HYPHENS = Pattern.compile("^-+|-+$");

  private final CatalogSnapshot catalog;
  private final Map<String, CategoryId> categories = new HashMap<>();
  private final Map<String, String> brands = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();

  public Subjects(CatalogSnapshot catalog) {
    this.catalog = catalog;
    List<Category> all = catalog.categories();
    all.forEach(category -> categories.putIfAbsent(slug(category.id().value()), category.id()));
    all.forEach(
        category -> categories.putIfAbsent(slug(String.join(" ", category.path())), category.id()));
    all.forEach(category -> categories.putIfAbsent(slug(category.title()), category.id()));
    for (Product product : catalog.products()) {
      String brand = product.brand();
      if (brand != null && !written.containsKey(brand)) {
        brands.putIfAbsent(slug(brand), brand);
        written.put(brand, brands.getOrDefault(slug(brand), brand));
      }
    }
  }

  CatalogSnapshot catalog() {
    return catalog;
  }

  /** The product of an id, a sku, or the global id of a product or a variant. */
  Optional<Product> product(String text) {
    Optional<GlobalId> global = GlobalId.parse(text);
    if (global.isEmpty()) {
      return catalog.find(text);
    }
    return global
        .filter(id -> id.type() == NodeType.PRODUCT || id.type() == NodeType.VARIANT)
        .flatMap(id -> catalog.find(id.local()));
  }

  /** The variant of an id or sku, where its product has several. */
  Optional<Variant> variant(String text) {
    return catalog
        .find(text)
        .map(Product::variants)
        .filter(all -> all.size() > 1)
        .flatMap(
            all ->
                all.stream()
                    .filter(one -> one.id().equals(text) || one.sku().equals(text))
                    .findFirst());
  }

  /** The category of a handle, a global id, a path of titles, or a title; roots win. */
  Optional<CategoryId> category(String text) {
    return GlobalId.local(NodeType.CATEGORY, text).map(local -> categories.get(slug(local)));
  }

  /** The product's brand as the catalog writes it first: Sony, also where it says SONY. */
  Optional<String> brand(Product product) {
    return product.brand() == null
        ? Optional.empty()
        : Optional.ofNullable(written.get(product.brand()));
  }

  /** The brand as the catalog writes it first. */
  Optional<String> brand(String text) {
    return GlobalId.local(NodeType.BRAND, text).map(local -> brands.get(slug(local)));
  }

  private static String slug(String text) {
    String words = NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    return EDGE_HYPHENS.matcher(words).replaceAll("");
  }
}
