package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.platform.money.Money;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What changes often: prices and whether products can be bought. */
final class OfferColumns {
  private final double[] prices;
  private final byte[] steps;
  private final RowSet priced;
  private final RowSet available;
  private volatile @Nullable PriceSteps byStep;

  private OfferColumns(double[] prices, byte[] steps, RowSet priced, RowSet available) {
    this.prices = prices;
    this.steps = steps;
    this.priced = priced;
    this.available = available;
  }

  static OfferColumns of(CatalogSnapshot catalog) {
    int rows = catalog.size();
    OfferColumns columns =
        new OfferColumns(new double[rows], new byte[rows], RowSet.none(rows), RowSet.none(rows));
    for (int row = 0; row < rows; row++) {
      columns.read(row, catalog.at(row));
    }
    return columns;
  }

  /**
   * A copy in which these rows are read again.
   *
   * @param products by row, null for one that is gone
   */
  OfferColumns with(IntFunction<@Nullable Product> products, int[] rows) {
    OfferColumns next =
        new OfferColumns(prices.clone(), steps.clone(), priced.copy(), available.copy());
    for (int row : rows) {
      next.read(row, products.apply(row));
    }
    if (byStep != null) {
      next.onStep(0); // now, and not for the first request
    }
    return next;
  }

  private void read(int row, @Nullable Product product) {
    double lowest =
        product == null
            ? Double.NaN
            : product.lowestPrice().map(OfferColumns::major).orElse(Double.NaN);
    boolean known = !Double.isNaN(lowest);
    prices[row] = lowest;
    steps[row] = known ? PriceLadder.step(lowest) : 0;
    priced.set(row, known);
    available.set(row, product != null && product.forSale());
  }

  private static double major(Money money) {
    double minor = money.minor();
    for (int digits = money.currency().getDefaultFractionDigits(); digits > 0; digits--) {
      minor /= 10;
    }
    return Math.rint(minor * 10_000) / 10_000;
  }

  double price(int row) {
    return prices[row];
  }

  int step(int row) {
    return steps[row];
  }

  /** Read when first asked for, which at a million products takes some 3 ms. */
  RowSet onStep(int step) {
    @Nullable PriceSteps known = byStep;
    if (known == null) {
      known = PriceSteps.of(steps, priced);
      byStep = known;
    }
    return known.on(step);
  }

  RowSet priced() {
    return priced;
  }

  RowSet available() {
    return available;
  }
}
