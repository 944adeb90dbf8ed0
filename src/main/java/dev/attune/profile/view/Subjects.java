package dev.attune.profile.view;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the texts that clients send mean in one catalog; made once for each snapshot. */
public final class Subjects {
  private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern EDGE_HYPHENS = Pattern.compile("^-+|-+$");

  private final CatalogSnapshot catalog;
  private final Map<String, CategoryId> categories = new HashMap<>();
  private final Map<String, String> brands = new HashMap<>();

  public Subjects(CatalogSnapshot catalog) {
    this.catalog = catalog;
    List<Category> all = catalog.categories();
    all.forEach(category -> categories.putIfAbsent(slug(category.id().value()), category.id()));
    all.forEach(
        category -> categories.putIfAbsent(slug(String.join(" ", category.path())), category.id()));
    all.forEach(category -> categories.putIfAbsent(slug(category.title()), category.id()));
    for (Product product : catalog.products()) {
      if (product.brand() != null) {
        brands.putIfAbsent(slug(product.brand()), product.brand());
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

  /** The category of a handle, a global id, a path of titles, or a title; roots win. */
  Optional<CategoryId> category(String text) {
    return GlobalId.local(NodeType.CATEGORY, text).map(local -> categories.get(slug(local)));
  }

  /** The brand as the catalog writes it. */
  Optional<String> brand(String text) {
    return GlobalId.local(NodeType.BRAND, text).map(local -> brands.get(slug(local)));
  }

  private static @Nullable String slug(String text) {
    String words = NOT_A_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    return EDGE_HYPHENS.matcher(words).replaceAll("");
  }
}
