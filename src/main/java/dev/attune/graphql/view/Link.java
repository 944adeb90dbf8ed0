package dev.attune.graphql.view;

import dev.attune.catalog.CategoryId;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.schema.Node;
import dev.attune.merchandising.content.ShopPath;
import org.jspecify.annotations.Nullable;

/** Where something leads: a node of the shop where the path names one, and the path. */
public record Link(@Nullable Node target, @Nullable String path) {
  /** The link of a path of the storefront. */
  public static Link to(String path, DecisionContext page) {
    return new Link(target(path, page), path);
  }

  /** The path of a category's page. */
  public static String path(CategoryId category) {
    return new ShopPath(ShopPath.Of.CATEGORY, category.value()).text();
  }

  private static @Nullable Node target(String path, DecisionContext page) {
    @Nullable ShopPath named = ShopPath.in(path).orElse(null);
    if (named == null) {
      return null;
    }
    return switch (named.of()) {
      case CATEGORY ->
          page.catalog()
              .category(new CategoryId(named.name()))
              .map(category -> new CategoryView(category, page))
              .orElse(null);
      case PRODUCT ->
          page.catalog()
              .productByHandle(named.name())
              .flatMap(product -> ProductView.of(product, page))
              .orElse(null);
      case COLLECTION ->
          page.merchandise()
              .collectionAt(named.name())
              .map(collection -> new CollectionView(collection, page))
              .orElse(null);
    };
  }
}
