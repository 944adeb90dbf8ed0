package dev.attune.graphql.view;

import dev.attune.catalog.CategoryId;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.schema.Node;
import org.jspecify.annotations.Nullable;

/** Where something leads: a node of the shop where the path names one, and the path. */
public record Link(@Nullable Node target, @Nullable String path) {
  private static final String CATEGORY = "/c/";
  private static final String PRODUCT = "/p/";
  private static final String COLLECTION = "/collections/";

  /** The link of a path of the storefront. */
  public static Link to(String path, DecisionContext page) {
    return new Link(target(path, page), path);
  }

  /** The path of a category's page. */
  public static String path(CategoryId category) {
    return CATEGORY + category.value();
  }

  private static @Nullable Node target(String path, DecisionContext page) {
    if (path.startsWith(CATEGORY) && path.length() > CATEGORY.length()) {
      return page.catalog()
          .category(new CategoryId(path.substring(CATEGORY.length())))
          .map(category -> new CategoryView(category, page))
          .orElse(null);
    }
    if (path.startsWith(PRODUCT)) {
      return page.catalog()
          .productByHandle(path.substring(PRODUCT.length()))
          .flatMap(product -> ProductView.of(product, page))
          .orElse(null);
    }
    if (path.startsWith(COLLECTION)) {
      String handle = path.substring(COLLECTION.length());
      return page.merchandise().collections().stream()
          .filter(collection -> collection.handle().equals(handle))
          .findFirst()
          .map(collection -> new CollectionView(collection, page))
          .orElse(null);
    }
    return null;
  }
}
