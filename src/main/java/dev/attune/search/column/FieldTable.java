package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.catalog.compact.IdOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A catalog as a table of numbers, so that filtering, counting and sorting touch no text. A row is
 * a product's place in the catalog; products without a price have one too and are never {@link
 * #listed}.
 */
public final class FieldTable {
  public static final String CATEGORY = "category";
  public static final String BRAND = "brand";
  public static final String PRICE = "price";
  public static final String AVAILABLE = "available";

  private final CatalogSnapshot catalog;
  private final Fields fields;
  private final OfferColumns offers;
  private final Places places;
  private final CategoryRows categories;
  private final Orders orders;

  /** Where rows stand by id, when they came in, in seconds, and who wants them. */
  private record Places(int[] byId, int[] addedAt, DemandColumn demand) {}

  private FieldTable(
      CatalogSnapshot catalog,
      Fields fields,
      CategoryRows categories,
      OfferColumns offers,
      Places places,
      Orders orders) {
    this.catalog = catalog;
    this.fields = fields;
    this.categories = categories;
    this.offers = offers;
    this.places = places;
    this.orders = orders;
  }

  public static FieldTable of(CatalogSnapshot catalog) {
    return of(catalog, AttributeRows.of(catalog));
  }

  public static FieldTable of(CatalogSnapshot catalog, AttributeRows attributes) {
    Fields fields = Fields.of(catalog, attributes);
    FieldTable table =
        new FieldTable(
            catalog,
            fields,
            new CategoryRows(),
            OfferColumns.of(catalog, fields.options()),
            places(catalog),
            new Orders());
    table.order();
    return table;
  }

  /** Now, and not for the first request. */
  private void order() {
    byPrice();
    byPriceDown();
    byAge();
    onPriceStep(0);
  }

  /**
   * The table of a later version.
   *
   * @param changed the products that are not as they were
   */
  public FieldTable at(CatalogSnapshot later, Collection<ProductId> changed) {
    if (!later.standsAs(catalog)) {
      return of(later);
    }
    int[] rows = changed.stream().mapToInt(later::ordinal).toArray();
    boolean same = Arrays.stream(rows).allMatch(row -> sameFields(catalog.at(row), later.at(row)));
    Fields said = same ? fields : Fields.of(later, AttributeRows.of(later));
    boolean numbered =
        Arrays.stream(rows)
            .allMatch(row -> catalog.at(row).variants().size() == later.at(row).variants().size());
    OfferColumns next =
        numbered
            ? offers.with(later::at, row -> later.at(row).variants(), rows)
            : OfferColumns.of(later, said.options());
    return new FieldTable(
        later, said, same ? categories : new CategoryRows(), next, places, orders.with(next, rows));
  }

  /**
   * This table at the prices and the stock of a later version: what is gone there is not listed,
   * what has come has no row, and whatever else is another there is as it was.
   *
   * @param changed the products that are not as they were
   */
  public FieldTable offering(CatalogSnapshot later, Collection<ProductId> changed) {
    int[] rows = changed.stream().mapToInt(catalog::ordinal).filter(row -> row >= 0).toArray();
    OfferColumns next =
        offers.with(
            row -> later.product(id(row)).orElse(null), row -> variantsAlike(row, later), rows);
    return new FieldTable(catalog, fields, categories, next, places, orders.with(next, rows));
  }

  private List<Variant> variantsAlike(int row, CatalogSnapshot later) {
    @Nullable Product now = later.product(id(row)).orElse(null);
    return now != null && sameOptions(catalog.at(row), now) ? now.variants() : List.of();
  }

  private static boolean sameFields(Product before, Product after) {
    return Objects.equals(before.brand(), after.brand())
        && before.attributes().equals(after.attributes())
        && before.categories().equals(after.categories())
        && sameOptions(before, after);
  }

  private static boolean sameOptions(Product before, Product after) {
    if (before.variants().size() != after.variants().size()) {
      return false;
    }
    for (int i = 0; i < before.variants().size(); i++) {
      if (!before.variants().get(i).options().equals(after.variants().get(i).options())) {
        return false;
      }
    }
    return true;
  }

  private static Places places(CatalogSnapshot catalog) {
    int[] sorted = IdOrder.of(catalog);
    int[] byId = new int[sorted.length];
    int[] addedAt = new int[sorted.length];
    for (int place = 0; place < sorted.length; place++) {
      byId[sorted[place]] = place;
    }
    for (int row = 0; row < addedAt.length; row++) {
      addedAt[row] = (int) catalog.at(row).addedAt().getEpochSecond();
    }
    return new Places(byId, addedAt, new DemandColumn());
  }

  /** How many rows there are. */
  public int size() {
    return catalog.size();
  }

  public CatalogSnapshot catalog() {
    return catalog;
  }

  public ProductId id(int row) {
    return catalog.at(row).id();
  }

  /** The product's row, -1 for one that the catalog does not have. */
  public int row(ProductId id) {
    return catalog.ordinal(id);
  }

  /** The row's place among all rows in the order of their ids. */
  public int placeById(int row) {
    return places.byId()[row];
  }

  /** The cheapest first. */
  public Order byPrice() {
    return orders.by(Orders.By.PRICE, size(), row -> -offers.price(row), this::placeById);
  }

  /** The dearest first. */
  public Order byPriceDown() {
    return orders.by(Orders.By.PRICE_DOWN, size(), offers::price, this::placeById);
  }

  /** The newest first. */
  public Order byAge() {
    return orders.by(Orders.By.AGE, size(), row -> places.addedAt()[row], this::placeById);
  }

  /** The most wanted first, then as the shop has them. */
  public Order featured(Demand demand) {
    return places.demand().featured(catalog, demand);
  }

  /** The most wanted first, then by id. */
  public Order bestselling(Demand demand) {
    return places.demand().bestselling(catalog, demand, this::placeById);
  }

  /** Puts the rows in both orders by this demand now, and not for the first request. */
  public void order(Demand demand) {
    places.demand().use(catalog, demand);
    featured(demand);
    bestselling(demand);
  }

  /** Demand by row; not to be changed. */
  public float[] demand(Demand demand) {
    return places.demand().of(catalog, demand);
  }

  /** The lowest price in major units, NaN for none. */
  public double price(int row) {
    return offers.price(row);
  }

  /** Prices and stock, of variants too. */
  public OfferColumns offers() {
    return offers;
  }

  /** A bit for each step of the {@link PriceLadder} that a variant's price stands on. */
  public int priceSteps(int row) {
    return offers.steps(row);
  }

  /** All rows that may be in a list: those with a price. To be copied before it is changed. */
  public RowSet listed() {
    return offers.priced();
  }

  /** All rows that can be bought. To be copied before it is changed. */
  public RowSet available() {
    return offers.available();
  }

  /**
   * All rows with a variant whose price is on this step of the ladder. To be copied before it is
   * changed.
   */
  public RowSet onPriceStep(int step) {
    return offers.onStep(step);
  }

  /** Which variant has which values. */
  public Fields fields() {
    return fields;
  }

  /** The rows in this category or below it that may be in a list. */
  public RowSet in(CategoryId category) {
    RowSet rows = categories.in(category, catalog).copy();
    rows.keepOnly(listed());
    return rows;
  }

  /** Fields other than price and availability. */
  public FieldValues values() {
    return fields.values();
  }

  /** Whether the field is one of those that change often. */
  public static boolean isOffer(String field) {
    return field.equals(PRICE) || field.equals(AVAILABLE);
  }
}
