package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.catalog.compact.OptionRows;
import dev.attune.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What changes often: prices and whether products and their variants can be bought. */
public final class OfferColumns {
  private final OptionRows numbered;
  private final double[] prices;

  /** A bit for each step of the ladder that a variant's price stands on. */
  private final int[] steps;

  private final Variants ofVariants;

  private final Sets sets;
  private volatile @Nullable PriceSteps byStep;

  /**
   * Rows of one kind each.
   *
   * @param spread whose variants have different prices
   * @param partly of whose variants some can be bought and others cannot
   * @param offered variants, all but those of {@code partly} that cannot be bought
   */
  private record Sets(
      RowSet priced, RowSet available, RowSet spread, RowSet partly, RowSet offered) {
    static Sets none(int rows, int variants) {
      return new Sets(
          RowSet.none(rows),
          RowSet.none(rows),
          RowSet.none(rows),
          RowSet.none(rows),
          RowSet.none(variants));
    }

    Sets copy() {
      return new Sets(
          priced.copy(), available.copy(), spread.copy(), partly.copy(), offered.copy());
    }
  }

  /** Prices of variants, NaN for none, and the steps of the ladder, -1 for none. */
  private record Variants(double[] prices, byte[] steps) {
    Variants copy() {
      return new Variants(prices.clone(), steps.clone());
    }

    void set(int variant, double price) {
      prices[variant] = price;
      steps[variant] = Double.isNaN(price) ? -1 : PriceLadder.step(price);
    }
  }

  private OfferColumns(
      OptionRows numbered, double[] prices, int[] steps, Variants ofVariants, Sets sets) {
    this.numbered = numbered;
    this.prices = prices;
    this.steps = steps;
    this.ofVariants = ofVariants;
    this.sets = sets;
  }

  static OfferColumns of(CatalogSnapshot catalog, OptionRows numbered) {
    int rows = catalog.size();
    int variants = numbered.variants();
    OfferColumns columns =
        new OfferColumns(
            numbered,
            new double[rows],
            new int[rows],
            new Variants(new double[variants], new byte[variants]),
            Sets.none(rows, variants));
    for (int row = 0; row < rows; row++) {
      Product product = catalog.at(row);
      columns.read(row, product, product.variants());
    }
    return columns;
  }

  /**
   * A copy in which these rows are read again.
   *
   * @param products by row, null for one that is gone
   * @param alike the variants of a row's product, none where they are not as they are numbered
   */
  OfferColumns with(
      IntFunction<@Nullable Product> products, IntFunction<List<Variant>> alike, int[] rows) {
    OfferColumns next =
        new OfferColumns(numbered, prices.clone(), steps.clone(), ofVariants.copy(), sets.copy());
    for (int row : rows) {
      next.read(row, products.apply(row), alike.apply(row));
    }
    if (byStep != null) {
      next.onStep(0); // now, and not for the first request
    }
    return next;
  }

  private void read(int row, @Nullable Product product, List<Variant> variants) {
    double lowest =
        product == null
            ? Double.NaN
            : product.lowestPrice().map(OfferColumns::major).orElse(Double.NaN);
    boolean known = !Double.isNaN(lowest);
    prices[row] = lowest;
    steps[row] = known ? 1 << PriceLadder.step(lowest) : 0;
    sets.priced().set(row, known);
    sets.available().set(row, product != null && product.forSale());
    boolean several = known && numbered.first(row) < numbered.first(row + 1);
    readVariants(row, lowest, several ? variants : List.of());
  }

  private void readVariants(int row, double lowest, List<Variant> all) {
    int first = numbered.first(row);
    int end = numbered.first(row + 1);
    boolean spread = false;
    boolean partly = false;
    for (Variant variant : all) {
      partly |= variant.forSale() != all.get(0).forSale();
    }
    @Nullable Currency currency = null;
    for (int variant = first; variant < end; variant++) {
      @Nullable Money money = all.isEmpty() ? null : all.get(variant - first).price();
      currency = currency == null && money != null ? money.currency() : currency;
      double price = money != null && money.currency().equals(currency) ? major(money) : Double.NaN;
      spread |= price != lowest;
      ofVariants.set(variant, price);
      steps[row] |= stepOf(variant) < 0 ? 0 : 1 << stepOf(variant);
      sets.offered().set(variant, !partly || all.get(variant - first).forSale());
    }
    sets.spread().set(row, spread && !all.isEmpty());
    sets.partly().set(row, partly);
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

  /**
   * A variant's in major units, NaN for none and for one in another currency than its product's
   * first; of those whose row is {@link #spread}.
   */
  public double priceOf(int variant) {
    return ofVariants.prices()[variant];
  }

  /** The step of the {@link PriceLadder} that this price stands on, -1 for none. */
  public int stepOf(int variant) {
    return ofVariants.steps()[variant];
  }

  /** The variants but for those that are sold out beside others that are not. */
  public RowSet offered() {
    return sets.offered();
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

  /** The rows whose variants have different prices. Not to be changed. */
  public RowSet spread() {
    return sets.spread();
  }

  /** The rows some of whose variants are sold out. Not to be changed. */
  public RowSet partly() {
    return sets.partly();
  }
}
