package dev.attune.decision.slot;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.DecisionContext;
import java.util.Optional;

/** Whether the page of a product shows what is like it or what goes with it. */
public final class BesideProduct {
  /** So many of what is bought with it are looked at for one that completes it. */
  private static final int COMPANIONS = 20;

  private BesideProduct() {}

  /**
   * Who has it, or has begun to fill a cart, has chosen: what goes with it comes first, where
   * anything does. Everybody else compares.
   */
  public static Placement of(DecisionContext page, Product product) {
    ProductId id = product.id();
    boolean chosen = !page.profile().cart().isEmpty() || page.profile().hasBought(id);
    return chosen && hasComplements(page, product)
        ? Placement.PRODUCT_COMPLEMENTARY
        : Placement.PRODUCT_SIMILAR;
  }

  private static boolean hasComplements(DecisionContext page, Product product) {
    return !product.relations().isEmpty()
        || !page.catalog().namedBy(product.id()).isEmpty()
        || page.models().boughtTogether().with(product.id(), COMPANIONS).stream()
            .flatMap(one -> page.catalog().product(one.product()).stream())
            .anyMatch(other -> !isASecond(page, product, other));
  }

  /** Whether it is of the same kind, of which nobody buys two. */
  private static boolean isASecond(DecisionContext page, Product product, Product other) {
    Optional<CategoryId> kind = product.mainCategory();
    return kind.isPresent()
        && kind.equals(other.mainCategory())
        && !page.models().multiples().has(kind.get());
  }
}
