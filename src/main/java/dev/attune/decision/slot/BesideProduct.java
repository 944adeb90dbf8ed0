package dev.attune.decision.slot;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.DecisionContext;

/** Whether the page of a product shows what is like it or what goes with it. */
public final class BesideProduct {
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
        || !page.models().boughtTogether().with(product.id(), 1).isEmpty();
  }
}
