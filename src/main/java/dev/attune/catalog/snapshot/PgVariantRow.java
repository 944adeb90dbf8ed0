package dev.attune.catalog.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.snapshot.market.StoredPrice;
import dev.attune.catalog.snapshot.row.BinaryRow;
import dev.attune.catalog.snapshot.row.KnownTexts;
import dev.attune.catalog.snapshot.row.StoredArray;
import dev.attune.catalog.snapshot.shared.Again;
import dev.attune.catalog.snapshot.shared.Shared;
import dev.attune.catalog.snapshot.shared.SharedAttributes;
import dev.attune.platform.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of live variants, with shared objects for what many of them say. */
final class PgVariantRow {
  static final int PRODUCT = 0;
  static final int HANDLE = 23;
  static final int ADDED_AT = 24;
  static final int ABSENT_FROM = 25;
  static final int BACK_AT = 26;

  /** Their count. */
  static final int COLUMNS = 27;

  static final String SELECT =
      """
      select variant.product_id, variant.id, position, title, description, brand,
        categories::text, tags::text, attributes::text, options::text, images::text, link,
        price, currency, sale_price, sale_from, sale_until, cost, cost_currency,
        availability, quantity, gtin, days_of_use, product.handle, product.added_at,
        absent_from, back_at
      from variant join product on product.id = variant.product_id
        left join absence on absence.product_id = variant.product_id
      where variant.archived_at is null
      """;

  private final JsonFactory json = new JsonFactory();
  private final Shared shared;
  private final SharedAttributes attributes;
  private final KnownTexts<String> brands;
  private final KnownTexts<List<CategoryId>> categories = new KnownTexts<>(PgVariantRow::ids);
  private final KnownTexts<List<String>> tags = new KnownTexts<>(this::tags);
  private final KnownTexts<Map<String, String>> options = new KnownTexts<>(this::options);
  private final KnownTexts<Currency> currencies = new KnownTexts<>(Currency::getInstance);

  /** What only later versions know, whose replicas may run beside this one, is not sold here. */
  private final KnownTexts<Availability> availabilities =
      new KnownTexts<>(text -> Availability.parse(text).orElse(Availability.OUT_OF_STOCK));

  PgVariantRow(Shared shared) {
    this.shared = shared;
    this.attributes = new SharedAttributes(shared);
    this.brands = new KnownTexts<>(shared::one);
  }

  /**
   * @param product whose variant it is
   * @param before the product as it was, whose parts are used again where they are the same
   */
  StoredVariant read(BinaryRow row, ProductId product, @Nullable Product before) {
    return new StoredVariant(
        row.number(2),
        row.same(PRODUCT, 1) ? product.value() : row.text(1),
        Again.text(row.text(3), before == null ? null : before.title()),
        Again.textOrNull(row.textOrNull(4), before == null ? null : before.description()),
        brands.ofOrNull(row, 5),
        categories.of(row, 6),
        tags.of(row, 7),
        Again.list(
            attributes.read(row.bytes(), row.from(8), row.to(8)),
            before == null ? null : before.attributes()),
        options.of(row, 9),
        Again.images(StoredArray.read(row.text(10)), before),
        Again.textOrNull(row.textOrNull(11), before == null ? null : before.link()),
        price(row),
        availabilities.of(row, 19),
        row.integerOrNull(20),
        row.textOrNull(21),
        row.integerOrNull(22));
  }

  private StoredPrice price(BinaryRow row) {
    return new StoredPrice(
        money(row, 12, 13),
        money(row, 14, 13),
        row.instantOrNull(15),
        row.instantOrNull(16),
        money(row, 17, 18));
  }

  private @Nullable Money money(BinaryRow row, int amount, int currency) {
    return row.isNull(amount) ? null : new Money(row.number(amount), currencies.of(row, currency));
  }

  /** Products keep a list of this kind as it is, and so share it. */
  private static List<CategoryId> ids(String text) {
    return List.copyOf(StoredArray.read(text).stream().map(CategoryId::new).toList());
  }

  private List<String> tags(String text) {
    return List.copyOf(StoredArray.read(text).stream().map(shared::one).toList());
  }

  private Map<String, String> options(String text) {
    if (text.length() <= 2) {
      return Map.of();
    }
    Map<String, String> options = new LinkedHashMap<>();
    try (JsonParser parser = json.createParser(text)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        options.put(shared.one(name), shared.one(String.valueOf(parser.nextTextValue())));
      }
    } catch (IOException corrupt) {
      throw new UncheckedIOException("Options in the store are not as imports write them", corrupt);
    }
    return options;
  }
}
