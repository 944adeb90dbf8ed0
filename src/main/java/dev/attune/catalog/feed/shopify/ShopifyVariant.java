package dev.attune.catalog.feed.shopify;

import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.Slug;
import dev.attune.catalog.feed.text.PlainText;
import dev.attune.catalog.feed.text.PriceText;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one row says about its own variant. */
final class ShopifyVariant {
  private static final Set<String> GOES_ON = Set.of("continue", "true", "yes");
  private static final Set<String> NO = Set.of("false", "no", "0");

  private final ShopifyRow row;
  private final Currency currency;
  private final Findings findings;
  private final ItemFields fields;

  ShopifyVariant(ShopifyRow row, Currency currency, Findings findings) {
    this.row = row;
    this.currency = currency;
    this.findings = findings;
    this.fields = new ItemFields(findings);
  }

  /** How many there are, null where nobody counts, and whether one can be had. */
  record Stock(@Nullable Integer quantity, Availability availability) {}

  /** The price is a sale price where the compare-at price is higher, which then is the regular. */
  Offer offer() {
    return offer(
        money(Column.PRICE, true), money(Column.COMPARE_AT, false), money(Column.COST, false));
  }

  /** What it costs in the markets that show it and have a price of their own. */
  List<MarketPrice> markets() {
    List<MarketPrice> prices = new ArrayList<>(0);
    for (MarketColumns.OfMarket market : row.header().markets().known()) {
      boolean shown = !NO.contains(row.at(market.included()).toLowerCase(Locale.ROOT));
      @Nullable Money price = shown ? money(market.price(), market.money().currency()) : null;
      if (price != null) {
        @Nullable Money compareAt = money(market.compareAt(), market.money().currency());
        prices.add(new MarketPrice(market.money().country(), offer(price, compareAt, null)));
      }
    }
    return prices;
  }

  private static Offer offer(
      @Nullable Money price, @Nullable Money compareAt, @Nullable Money cost) {
    boolean sale =
        price != null
            && compareAt != null
            && compareAt.currency().equals(price.currency())
            && compareAt.compareTo(price) > 0;
    return sale ? new Offer(compareAt, price, null, cost) : new Offer(price, null, null, cost);
  }

  Stock stock() {
    String text = row.code(Column.QUANTITY);
    boolean untracked = row.header().has(Column.TRACKER) && row.get(Column.TRACKER).isEmpty();
    if (text.isEmpty() || untracked) {
      return new Stock(null, Availability.IN_STOCK);
    }
    @Nullable Integer quantity = fields.quantity(row.name(Column.QUANTITY), text);
    if (quantity == null) {
      return new Stock(null, Availability.OUT_OF_STOCK);
    }
    boolean goesOn = GOES_ON.contains(row.get(Column.POLICY).toLowerCase(Locale.ROOT));
    Availability none = goesOn ? Availability.BACKORDER : Availability.OUT_OF_STOCK;
    return new Stock(quantity, quantity > 0 ? Availability.IN_STOCK : none);
  }

  /** A product without options has one that is called Title. */
  Map<String, String> options(List<String> names) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = PlainText.line(names.get(i));
      String value = PlainText.line(row.get(Column.OPTION_VALUES.get(i)));
      boolean none = name.equals("Title") && value.equals("Default Title");
      if (!name.isEmpty() && !value.isEmpty() && !none) {
        String key = Slug.key(name);
        options.put(key.isEmpty() ? name : key, value);
      }
    }
    return options;
  }

  @Nullable String gtin() {
    return fields.gtin(row.name(Column.BARCODE), row.code(Column.BARCODE));
  }

  /** The variant's own image before the product's. */
  List<String> withOwnImage(List<String> images) {
    String own = row.get(Column.VARIANT_IMAGE);
    if (own.isEmpty()) {
      return images;
    }
    List<String> all = new ArrayList<>(images.size() + 1);
    all.add(own);
    all.addAll(images);
    return all;
  }

  private @Nullable Money money(int index, Currency of) {
    String text = row.at(index);
    if (text.isEmpty()) {
      return null;
    }
    PriceText read = PriceText.parse(row.header().name(index), text, of);
    @Nullable Rejection problem = read.problem();
    if (problem != null) {
      findings.warn(problem.code(), row.header().name(index), problem.message());
    }
    return read.money();
  }

  private @Nullable Money money(Column column, boolean needed) {
    String text = row.code(column);
    if (text.isEmpty()) {
      return null;
    }
    PriceText read = PriceText.parse(row.name(column), text, currency);
    Rejection problem = read.problem();
    if (problem != null && needed) {
      findings.refuse(problem.code(), row.name(column), problem.message());
    } else if (problem != null) {
      findings.warn(problem.code(), row.name(column), problem.message());
    }
    return read.money();
  }
}
