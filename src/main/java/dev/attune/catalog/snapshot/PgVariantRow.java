package dev.attune.catalog.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.snapshot.market.StoredPrice;
import dev.attune.catalog.snapshot.shared.Again;
import dev.attune.catalog.snapshot.shared.Shared;
import dev.attune.catalog.snapshot.shared.SharedAttributes;
import dev.attune.catalog.snapshot.shared.SharedTexts;
import dev.attune.platform.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of live variants, with shared objects for what many of them say. */
final class PgVariantRow {
  static final String SELECT =
      """
      select variant.product_id, variant.id, position, title, description, brand,
        categories::text, tags::text, attributes::text, options::text, images::text, link,
        price, currency, sale_price, sale_from, sale_until, cost, cost_currency,
        availability, quantity, gtin, days_of_use, product.handle, product.added_at
      from variant join product on product.id = variant.product_id
      where variant.archived_at is null
      """;

  private final Shared shared;
  private final SharedAttributes attributes;
  private final SharedTexts<CategoryId> categories = new SharedTexts<>();
  private final SharedTexts<String> tags = new SharedTexts<>();
  private final JsonFactory json = new JsonFactory();

  PgVariantRow(Shared shared) {
    this.shared = shared;
    this.attributes = new SharedAttributes(shared);
  }

  /**
   * @param product whose variant it is
   * @param before the product as it was, whose parts are used again where they are the same
   */
  StoredVariant read(ResultSet row, ProductId product, @Nullable Product before)
      throws SQLException {
    String id = row.getString(2);
    return new StoredVariant(
        row.getLong(3),
        id.equals(product.value()) ? product.value() : id,
        Again.text(row.getString(4), before == null ? null : before.title()),
        Again.textOrNull(row.getString(5), before == null ? null : before.description()),
        shared.oneOrNull(row.getString(6)),
        categories.one(row.getString(7), ids -> ids.stream().map(CategoryId::new).toList()),
        tags.one(row.getString(8), texts -> texts.stream().map(shared::one).toList()),
        Again.list(attributes.read(row.getString(9)), before == null ? null : before.attributes()),
        options(row.getString(10)),
        Again.images(SharedTexts.read(row.getString(11)), before),
        Again.textOrNull(row.getString(12), before == null ? null : before.link()),
        price(row),
        Availability.valueOf(row.getString(20).toUpperCase(Locale.ROOT)),
        row.getObject(21, Integer.class),
        row.getString(22),
        row.getObject(23, Integer.class));
  }

  private static StoredPrice price(ResultSet row) throws SQLException {
    return new StoredPrice(
        money(row, 13, 14),
        money(row, 15, 14),
        instant(row, 16),
        instant(row, 17),
        money(row, 18, 19));
  }

  private static @Nullable Money money(ResultSet row, int amount, int currency)
      throws SQLException {
    long minor = row.getLong(amount);
    return row.wasNull() ? null : new Money(minor, Currency.getInstance(row.getString(currency)));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
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
