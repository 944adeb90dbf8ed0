package dev.attune.catalog.feed.shopify;

import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.shopify.SeenProducts.Seen;
import dev.attune.catalog.feed.text.Quoted;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows that share a handle on their way to items, one for each variant. */
final class ShopifyProduct {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Set<String> NO = Set.of("false", "no", "0");

  private final String handle;
  private final List<ShopifyRow> rows;
  private final Currency currency;
  private final SeenProducts seen;
  private final @Nullable Seen before;

  ShopifyProduct(String handle, List<ShopifyRow> rows, Currency currency, SeenProducts seen) {
    this.handle = handle;
    this.rows = List.copyOf(rows);
    this.currency = currency;
    this.seen = seen;
    this.before = seen.find(handle).orElse(null);
  }

  List<FeedRow> read() {
    Seen now = seen();
    List<ShopifyRow> variants = variants();
    seen.put(
        handle,
        new Seen(
            now.title(),
            now.options(),
            now.published(),
            now.status(),
            now.variants() + variants.size()));
    if (variants.isEmpty()) {
      ShopifyRow first = rows.get(0);
      String message = "Images stand together with the other rows of their product";
      return List.of(refused(first, ErrorCode.INVALID_ROW, Column.IMAGE, message));
    }
    VariantIds ids = new VariantIds(handle, variants, now.variants());
    Findings shared = new Findings();
    if (seen.first()) {
      rows.get(0)
          .header()
          .markets()
          .advice()
          .forEach(
              advice ->
                  shared.warn(advice.code(), String.valueOf(advice.field()), advice.message()));
    }
    Product product = new Product(now, new ShopifyAbout(rows, shared), images());
    List<FeedRow> read = new ArrayList<>(variants.size());
    for (int i = 0; i < variants.size(); i++) {
      // what is wrong with the product is said once
      List<Rejection> warnings = i == 0 ? shared.warnings() : List.of();
      read.add(variant(variants.get(i), ids.id(i), product, warnings));
    }
    return read;
  }

  /** What the variants have in common. */
  private record Product(Seen seen, ShopifyAbout about, List<String> images) {}

  private FeedRow variant(ShopifyRow row, String id, Product common, List<Rejection> warnings) {
    Seen product = common.seen();
    if (NO.contains(product.published().toLowerCase(Locale.ROOT))) {
      String message = "The product is not published; it is left out";
      return withdrawn(row, Column.PUBLISHED, message);
    }
    if (!product.status().isEmpty() && !product.status().equalsIgnoreCase("active")) {
      String message = "The product is " + Quoted.of(product.status()) + "; it is left out";
      return withdrawn(row, Column.STATUS, message);
    }
    Findings findings = new Findings();
    warnings.forEach(w -> findings.warn(w.code(), String.valueOf(w.field()), w.message()));
    ItemFields fields = new ItemFields(findings);
    ShopifyAbout about = common.about();
    ShopifyVariant variant = new ShopifyVariant(row, currency, findings);
    fields.id(row.name(Column.HANDLE), handle, ItemFields.MAX_LONG_ID);
    String title = fields.title(row.name(Column.TITLE), product.title());
    ShopifyVariant.Stock stock = variant.stock();
    var offer = variant.offer();
    Rejection refusal = findings.refusal();
    if (refusal != null) {
      return new FeedRow.Refused(row.line(), refusal);
    }
    Map<String, String> options = variant.options(product.options());
    Item item =
        new Item(
            id,
            handle,
            handle,
            title,
            about.description(),
            about.brand(),
            about.categories(),
            about.tags(),
            about.attributes(row),
            options,
            fields.addresses(row.name(Column.IMAGE), variant.withOwnImage(common.images())),
            null,
            offer,
            stock.availability(),
            stock.quantity(),
            variant.gtin(),
            extras(variant.markets()));
    return new FeedRow.Accepted(row.line(), item, findings.warnings());
  }

  private List<ShopifyRow> variants() {
    List<ShopifyRow> variants = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      boolean first = i == 0 && before == null;
      if (first || rows.get(i).isVariant()) {
        variants.add(rows.get(i));
      }
    }
    return variants;
  }

  /** What these rows say about the product, else what earlier ones said. */
  private Seen seen() {
    List<String> options = Column.OPTION_NAMES.stream().map(this::said).toList();
    if (before == null) {
      return new Seen(said(Column.TITLE), options, said(Column.PUBLISHED), said(Column.STATUS), 0);
    }
    boolean named = options.stream().anyMatch(name -> !name.isEmpty());
    return new Seen(
        or(said(Column.TITLE), before.title()),
        named ? options : before.options(),
        or(said(Column.PUBLISHED), before.published()),
        or(said(Column.STATUS), before.status()),
        before.variants());
  }

  private static String or(String said, String before) {
    return said.isEmpty() ? before : said;
  }

  private String said(Column column) {
    return ShopifyAbout.said(rows, column);
  }

  private List<String> images() {
    record Placed(int position, String address) {}
    List<Placed> images = new ArrayList<>();
    for (ShopifyRow row : rows) {
      String address = row.get(Column.IMAGE);
      String place = row.get(Column.POSITION);
      if (!address.isEmpty()) {
        int position =
            NUMBER.matcher(place).matches() ? Integer.parseInt(place) : images.size() + 1;
        images.add(new Placed(position, address));
      }
    }
    images.sort(Comparator.comparingInt(Placed::position));
    return images.stream().map(Placed::address).distinct().toList();
  }

  private static Extras extras(List<MarketPrice> prices) {
    return prices.isEmpty() ? Extras.NONE : new Extras(prices, List.of(), List.of(), null);
  }

  private FeedRow withdrawn(ShopifyRow row, Column column, String message) {
    Rejection why = new Rejection(ErrorCode.NOT_PUBLISHED, row.name(column), message);
    return new FeedRow.Refused(row.line(), why, handle);
  }

  private static FeedRow refused(ShopifyRow row, ErrorCode code, Column column, String message) {
    return new FeedRow.Refused(row.line(), new Rejection(code, row.name(column), message));
  }
}
