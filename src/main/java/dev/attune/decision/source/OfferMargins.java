package dev.attune.decision.source;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.catalog.health.Gate;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.Offer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What costs leave of the prices of what an offer is for: of the product that the page is about, of
 * the cart, else of its category or of the whole shop.
 */
final class OfferMargins {
  private final DecisionContext context;
  private final List<Product> products;

  OfferMargins(Ask ask) {
    this.context = ask.context();
    boolean inParticular = ask.product() != null || ask.placement() != null;
    this.products =
        inParticular
            ? Stream.concat(
                    Stream.ofNullable(ask.product()),
                    ask.product() == null ? ask.cart().stream() : Stream.empty())
                .flatMap(id -> context.catalog().product(id).stream())
                .toList()
            : List.of();
  }

  /** 0 to 1; empty where costs are missing. */
  Optional<Double> of(Offer offer) {
    @Nullable String handle = offer.category();
    @Nullable CategoryId category = handle == null ? null : new CategoryId(handle);
    List<Product> meant =
        products.stream().filter(one -> category == null || isIn(one, category)).toList();
    return meant.isEmpty() ? context.gates().margins().in(category) : together(meant);
  }

  private boolean isIn(Product product, CategoryId category) {
    return product.categories().stream()
        .anyMatch(leaf -> context.catalog().lineage(leaf).contains(category));
  }

  /** Weighed by price. */
  private Optional<Double> together(List<Product> meant) {
    double prices = 0;
    double margins = 0;
    for (Product product : meant) {
      double price = product.lowestPrice().map(money -> (double) money.minor()).orElse(0.0);
      if (!hasCost(product) || !context.gates().open(Gate.MARGIN, product) || price <= 0) {
        return Optional.empty();
      }
      prices += price;
      margins += price * product.margin();
    }
    return Optional.of(margins / prices);
  }

  private static boolean hasCost(Product product) {
    for (Variant variant : product.variants()) {
      if (variant.cost() != null
          && variant.price() != null
          && variant.cost().currency().equals(variant.price().currency())) {
        return true;
      }
    }
    return false;
  }
}
