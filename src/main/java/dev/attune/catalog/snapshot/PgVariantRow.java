package dev.attune.catalog.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.feed.Slug;
import dev.attune.catalog.snapshot.market.StoredPrice;
import dev.attune.platform.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of live variants, with shared objects for what many of them say. */
final class PgVariantRow {
  static final String SELECT =
      """
      select variant.*, product.handle, product.added_at
      from variant join product on product.id = variant.product_id
      where variant.archived_at is null
      """;

  private final Shared shared;
  private final JsonFactory json;
  private final Map<String, String> names = new HashMap<>();

  PgVariantRow(Shared shared, JsonFactory json) {
    this.shared = shared;
    this.json = json;
  }

  StoredVariant read(ResultSet row) throws SQLException {
    return new StoredVariant(
        row.getLong("position"),
        row.getString("id"),
        row.getString("title"),
        row.getString("description"),
        shared.oneOrNull(row.getString("brand")),
        texts(row, "categories").stream().map(id -> shared.one(new CategoryId(id))).toList(),
        texts(row, "tags").stream().map(shared::one).toList(),
        attributes(row.getString("attributes")),
        options(row.getString("options")),
        texts(row, "images"),
        row.getString("link"),
        price(row),
        Availability.valueOf(row.getString("availability").toUpperCase(Locale.ROOT)),
        row.getObject("quantity", Integer.class),
        row.getString("gtin"),
        row.getObject("days_of_use", Integer.class));
  }

  private StoredPrice price(ResultSet row) throws SQLException {
    return new StoredPrice(
        money(row, "price", "currency"),
        money(row, "sale_price", "currency"),
        instant(row, "sale_from"),
        instant(row, "sale_until"),
        money(row, "cost", "cost_currency"));
  }

  private static @Nullable Money money(ResultSet row, String amount, String currency)
      throws SQLException {
    Long minor = row.getObject(amount, Long.class);
    return minor == null ? null : new Money(minor, Currency.getInstance(row.getString(currency)));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  /** {@code [[label, value, …], …]}, labels with one key in one attribute. */
  private List<Attribute> attributes(String text) {
    if (text.length() <= 2) {
      return List.of();
    }
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    try (JsonParser parser = json.createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        String label = shared.one(String.valueOf(parser.nextTextValue()));
        List<String> values = new ArrayList<>(1);
        for (String value = parser.nextTextValue(); value != null; value = parser.nextTextValue()) {
          values.add(shared.one(value));
        }
        String name = names.computeIfAbsent(label, PgVariantRow::name);
        attributes.merge(
            name, shared.one(new Attribute(name, label, values)), PgVariantRow::together);
      }
    } catch (IOException corrupt) {
      throw new UncheckedIOException(
          "Attributes in the store are not as imports write them", corrupt);
    }
    return List.copyOf(attributes.values());
  }

  /** The key of an attribute that merchants label so. */
  static String name(String label) {
    String key = Slug.key(label);
    return key.isEmpty() ? "x" + Integer.toHexString(label.hashCode()) : key;
  }

  /** The values of both, each once, under the first one's label. */
  static Attribute together(Attribute first, Attribute second) {
    List<String> values = new ArrayList<>(first.values());
    second.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
    return new Attribute(first.name(), first.label(), values);
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
