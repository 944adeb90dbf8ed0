package dev.attune.merchandising.impact;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.models.demand.Conversion;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one take of a thing is expected to bring in, in the currency of most of what was shown. */
final class Worth {
  private static final Worth NOTHING = new Worth(0, 0, false);

  private final double revenue;
  private final double margin;
  private final boolean costKnown;

  private Worth(double revenue, double margin, boolean costKnown) {
    this.revenue = revenue;
    this.margin = margin;
    this.costKnown = costKnown;
  }

  double revenue() {
    return revenue;
  }

  /** 0 where the cost is not known. */
  double margin() {
    return margin;
  }

  boolean costKnown() {
    return costKnown;
  }

  /** Looks up what things are worth; each once. */
  static final class Book {
    private final CatalogSnapshot catalog;
    private final Conversion conversion;
    private final @Nullable Currency currency;
    private final Map<GlobalId, Worth> known = new HashMap<>();

    Book(CatalogSnapshot catalog, Conversion conversion, List<Compared> decisions) {
      this.catalog = catalog;
      this.conversion = conversion;
      Map<Currency, Integer> prices = new HashMap<>();
      decisions.stream()
          .flatMap(one -> one.after().stream())
          .flatMap(subject -> price(subject).stream())
          .forEach(price -> prices.merge(price.currency(), 1, Integer::sum));
      this.currency =
          prices.entrySet().stream()
              .max(
                  Map.Entry.<Currency, Integer>comparingByValue()
                      .thenComparing(one -> one.getKey().getCurrencyCode()))
              .map(Map.Entry::getKey)
              .orElse(null);
    }

    /** Null where nothing shown has a price. */
    @Nullable Currency currency() {
      return currency;
    }

    Worth of(GlobalId subject) {
      return known.computeIfAbsent(subject, this::find);
    }

    private Worth find(GlobalId subject) {
      Optional<Money> price = price(subject).filter(one -> one.currency().equals(currency));
      if (price.isEmpty()) {
        return NOTHING;
      }
      Product product = catalog.product(new ProductId(subject.local())).orElseThrow();
      double revenue = conversion.rate(product.id()) * price.get().amount().doubleValue();
      boolean cost = product.variants().stream().anyMatch(Worth::hasCost);
      return new Worth(revenue, cost ? revenue * product.margin() : 0, cost);
    }

    private Optional<Money> price(GlobalId subject) {
      return subject.type() == NodeType.PRODUCT
          ? catalog.product(new ProductId(subject.local())).flatMap(Product::lowestPrice)
          : Optional.empty();
    }
  }

  private static boolean hasCost(Variant variant) {
    Money price = variant.price();
    Money cost = variant.cost();
    return price != null && cost != null && price.currency().equals(cost.currency());
  }
}
