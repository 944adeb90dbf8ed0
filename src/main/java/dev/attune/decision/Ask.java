package dev.attune.decision;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.platform.id.GlobalId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one field of the page asks for.
 *
 * @param placement the rail's placement by name, or null
 * @param product the product that the page is about, or null
 * @param category the category that the page is about, or null
 * @param query what was searched for, or null
 * @param cart what is in the cart
 * @param pool products in their order without anybody in mind, for listings; empty for all else
 * @param strengths how well each of the pool matches, 0 to 1; empty where only its order is known
 * @param shown what is on the page already
 * @param first how many are wanted, at least 1
 */
public record Ask(
    DecisionContext context,
    @Nullable String placement,
    @Nullable ProductId product,
    @Nullable CategoryId category,
    @Nullable String query,
    List<ProductId> cart,
    List<ProductId> pool,
    List<Double> strengths,
    Predicate<GlobalId> shown,
    int first) {
  public Ask {
    cart = List.copyOf(cart);
    pool = List.copyOf(pool);
    strengths = List.copyOf(strengths);
    if (!strengths.isEmpty() && strengths.size() != pool.size()) {
      throw new IllegalArgumentException("A pool has a strength for each product, or none");
    }
  }

  /** What is shown, where all of it can be named. */
  public record Shown(Set<GlobalId> ids) implements Predicate<GlobalId> {
    static final Shown NOTHING = new Shown(Set.of());

    public Shown {
      ids = Set.copyOf(ids);
    }

    @Override
    public boolean test(GlobalId id) {
      return ids.contains(id);
    }
  }

  /** A question about nothing in particular. */
  public static Ask of(DecisionContext context, int first) {
    List<ProductId> cart =
        context.profile().cart().stream().map(touched -> touched.product()).toList();
    return new Ask(
        context, null, null, null, null, cart, List.of(), List.of(), Shown.NOTHING, first);
  }

  /** The same as a slot may see it. */
  Ask on(String slot) {
    DecisionContext seen = context.on(slot);
    return seen == context
        ? this
        : new Ask(seen, placement, product, category, query, cart, pool, strengths, shown, first);
  }

  public Ask at(String newPlacement) {
    return new Ask(
        context, newPlacement, product, category, query, cart, pool, strengths, shown, first);
  }

  public Ask about(ProductId newProduct) {
    return new Ask(
        context, placement, newProduct, category, query, cart, pool, strengths, shown, first);
  }

  public Ask in(CategoryId newCategory) {
    return new Ask(
        context, placement, product, newCategory, query, cart, pool, strengths, shown, first);
  }

  public Ask searching(@Nullable String newQuery) {
    return new Ask(
        context, placement, product, category, newQuery, cart, pool, strengths, shown, first);
  }

  public Ask withCart(List<ProductId> newCart) {
    return new Ask(
        context, placement, product, category, query, newCart, pool, strengths, shown, first);
  }

  public Ask among(List<ProductId> newPool) {
    return new Ask(
        context, placement, product, category, query, cart, newPool, List.of(), shown, first);
  }

  /** Among products whose place says less than how well they match. */
  public Ask among(List<ProductId> newPool, List<Double> newStrengths) {
    return new Ask(
        context, placement, product, category, query, cart, newPool, newStrengths, shown, first);
  }

  public Ask without(Set<GlobalId> newShown) {
    return without(new Shown(newShown));
  }

  /** Without what passes this test. */
  public Ask without(Predicate<GlobalId> newShown) {
    return new Ask(
        context, placement, product, category, query, cart, pool, strengths, newShown, first);
  }
}
