package dev.attune.graphql.view;

import dev.attune.catalog.Category;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.schema.Node;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A category, on the page it is asked for. */
@Name("Category")
public final class CategoryView implements Node {
  private final Category category;
  private final DecisionContext page;

  public CategoryView(Category category, DecisionContext page) {
    this.category = category;
    this.page = page;
  }

  @Ignore
  public Category category() {
    return category;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return new GlobalId(NodeType.CATEGORY, category.id().value()).toString();
  }

  @NonNull
  public String getHandle() {
    return category.id().value();
  }

  @NonNull
  public String getTitle() {
    return category.title();
  }

  /** No feed that is read today describes categories. */
  public @Nullable String getDescription() {
    return null;
  }

  /** The picture of its first product that has one. */
  public @Nullable Image getImage() {
    return page.catalog().productsIn(category.id()).stream()
        .filter(product -> product.forSale() && !product.images().isEmpty())
        .findFirst()
        .map(product -> Image.of(product.images().get(0)))
        .orElse(null);
  }

  public @Nullable CategoryView getParent() {
    return category.parent() == null
        ? null
        : page.catalog()
            .category(category.parent())
            .map(parent -> new CategoryView(parent, page))
            .orElse(null);
  }

  @NonNull
  public List<@NonNull CategoryView> getChildren() {
    return category.children().stream()
        .flatMap(id -> page.catalog().category(id).stream())
        .map(child -> new CategoryView(child, page))
        .toList();
  }

  /** Products with a price in this market, in this category and below. */
  public int getProductCount() {
    return page.catalog().assortment().pricedIn(category.id());
  }
}
