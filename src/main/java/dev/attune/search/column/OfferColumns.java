package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What changes often: prices and whether products can be bought. */
final class OfferColumns {
  private final double[] prices;

  /** A bit for each step of the ladder that a variant's price stands on. */
  private final int[] steps;

  private final Sets sets;
  private final IntFunction<List<Variant>> variants;
  private volatile @Nullable PriceSteps byStep;

  /**
   * Rows of one kind each.
   *
   * @param spread whose variants have different prices
   * @param partly of whose variants some can be bought and others cannot
   */
  private record Sets(RowSet priced, RowSet available, RowSet spread, RowSet partly) {
    static Sets none(int rows) {
      return new Sets(RowSet.none(rows), RowSet.none(rows), RowSet.none(rows), RowSet.none(rows));
    }

    Sets copy() {
      return new Sets(priced.copy(), available.copy(), spread.copy(), partly.copy());
    }
  }

  private OfferColumns(
      double[] prices, int[] steps, Sets sets, IntFunction<List<Variant>> variants) {
    this.prices = prices;
    this.steps = steps;
    this.sets = sets;
    this.variants = variants;
  }

  static OfferColumns of(CatalogSnapshot catalog) {
    int rows = catalog.size();
    OfferColumns columns =
        new OfferColumns(
            new double[rows], new int[rows], Sets.none(rows), row -> catalog.at(row).variants());
    for (int row = 0; row < rows; row++) {
      columns.read(row, catalog.at(row));
    }
    return columns;
  }

  /**
   * A copy in which these rows are read again.
   *
   * @param products by row, null for one that is gone
   * @param alike the variants of a row's product, none where they have other options than the table
   *     says
   */
  OfferColumns with(
      IntFunction<@Nullable Product> products, IntFunction<List<Variant>> alike, int[] rows) {
    OfferColumns next = new OfferColumns(prices.clone(), steps.clone(), sets.copy(), alike);
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
    steps[row] = known ? 1 << PriceLadder.step(lowest) : 0;
    sets.priced().set(row, known);
    sets.available().set(row, product != null && product.forSale());
    boolean several = known && product != null && product.variants().size() > 1;
    readVariants(row, lowest, several ? variants.apply(row) : List.of());
  }

  private void readVariants(int row, double lowest, List<Variant> all) {
    boolean spread = false;
    boolean partly = false;
    for (double price : prices(all)) {
      spread |= price != lowest;
      steps[row] |= Double.isNaN(price) ? 0 : 1 << PriceLadder.step(price);
    }
    for (Variant variant : all) {
      partly |= variant.forSale() != all.get(0).forSale();
    }
    sets.spread().set(row, spread);
    sets.partly().set(row, partly);
  }

  /** In major units; NaN for none and for one in another currency than the first. */
  private static double[] prices(List<Variant> variants) {
    double[] prices = new double[variants.size()];
    Arrays.fill(prices, Double.NaN);
    @Nullable Currency currency = null;
    for (int i = 0; i < prices.length; i++) {
      @Nullable Money price = variants.get(i).price();
      if (price != null) {
        currency = currency == null ? price.currency() : currency;
        prices[i] = price.currency().equals(currency) ? major(price) : Double.NaN;
      }
    }
    return prices;
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

  /** Of each variant; to be asked for rows that are {@link #spread}. */
  double[] prices(int row) {
    return prices(variants.apply(row));
  }

  /** To be asked for rows that are {@link #spread} or {@link #partly}. */
  List<Variant> variants(int row) {
    return variants.apply(row);
  }

  int steps(int row) {
    return steps[row];
  }

  /** Read when first asked for, which at a million products takes some 3 ms. */
  RowSet onStep(int step) {
    @Nullable PriceSteps known = byStep;
    if (known == null) {
      known = PriceSteps.of(steps, sets.priced());
      byStep = known;
    }
    return known.on(step);
  }

  RowSet priced() {
    return sets.priced();
  }

  RowSet available() {
    return sets.available();
  }

  RowSet spread() {
    return sets.spread();
  }

  RowSet partly() {
    return sets.partly();
  }
}
