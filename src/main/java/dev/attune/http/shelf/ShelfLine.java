package dev.attune.http.shelf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.catalog.feed.text.PriceText;
import dev.attune.catalog.shelf.PriceLine;
import dev.attune.catalog.shelf.StockLine;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads one line; what is wrong with it names its field. */
final class ShelfLine {
  private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

  private final JsonNode line;

  private final @Nullable Currency otherwise;

  private ShelfLine(JsonNode line, @Nullable Currency otherwise) {
    this.line = line;
    this.otherwise = otherwise;
  }

  static StockLine stock(JsonNode node) {
    ShelfLine line = new ShelfLine(node, null);
    String sku = line.sku();
    @Nullable Integer quantity = line.quantity();
    @Nullable String availability = line.text("availability");
    if (quantity == null && availability == null) {
      throw refused(ErrorCode.MISSING_FIELD, "quantity", "A line of stock needs a quantity");
    }
    return new StockLine(sku, quantity, availability == null ? null : availability(availability));
  }

  /**
   * @param otherwise what the prices are in where the line does not say
   */
  static PriceLine price(JsonNode node, Currency otherwise) {
    ShelfLine line = new ShelfLine(node, otherwise);
    String sku = line.sku();
    @Nullable Money regular = line.money("price");
    if (regular == null) {
      throw refused(ErrorCode.MISSING_FIELD, "price", "A line of prices needs a price");
    }
    @Nullable Money sale = line.money("salePrice");
    if (sale != null && !sale.currency().equals(regular.currency())) {
      throw refused(
          ErrorCode.INVALID_CURRENCY, "salePrice", "The sale price has the price's currency");
    }
    if (sale != null && sale.compareTo(regular) >= 0) {
      throw refused(ErrorCode.INVALID_PRICE, "salePrice", "A sale price is below the price");
    }
    return new PriceLine(
        sku, new MarketPrice(line.country(), new Offer(regular, sale, line.window(), null)));
  }

  private String sku() {
    if (!line.isObject()) {
      throw refused(ErrorCode.INVALID_ROW, null, "A line is a JSON object with a sku");
    }
    String sku = text("sku");
    if (sku == null || sku.isBlank()) {
      throw refused(ErrorCode.MISSING_FIELD, "sku", "Every line needs a sku");
    }
    return sku.strip();
  }

  private @Nullable Integer quantity() {
    JsonNode quantity = line.path("quantity");
    if (quantity.isMissingNode() || quantity.isNull()) {
      return null;
    }
    if (!quantity.canConvertToExactIntegral()
        || !quantity.canConvertToInt()
        || quantity.intValue() < 0) {
      throw refused(ErrorCode.INVALID_VALUE, "quantity", "A quantity is a whole number from 0");
    }
    return quantity.intValue();
  }

  private static Availability availability(String text) {
    return Availability.parse(text)
        .orElseThrow(
            () ->
                refused(
                    ErrorCode.INVALID_VALUE,
                    "availability",
                    "The availability is in_stock, out_of_stock, preorder or backorder"));
  }

  /** {@code "12.50"} or {@code 12.5} in the line's currency, or {@code "12.50 EUR"}. */
  private @Nullable Money money(String field) {
    String amount = text(field);
    if (amount == null) {
      return null;
    }
    boolean alone = amount.chars().noneMatch(Character::isLetter);
    PriceText price = PriceText.parse(field, alone ? amount + " " + currency() : amount);
    if (price.problem() != null) {
      throw new AttuneException(price.problem(), null);
    }
    return price.money();
  }

  private @Nullable String currency() {
    String currency = text("currency");
    return currency == null && otherwise != null ? otherwise.getCurrencyCode() : currency;
  }

  private @Nullable String country() {
    String country = text("country");
    if (country == null || country.isBlank()) {
      return null;
    }
    String upper = country.strip().toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(upper)) {
      throw refused(
          ErrorCode.INVALID_VALUE, "country", "A country is an ISO 3166-1 alpha-2 code, DE");
    }
    return upper;
  }

  private @Nullable SaleWindow window() {
    @Nullable Instant from = time("saleFrom");
    @Nullable Instant until = time("saleUntil");
    if (from != null && until != null && !from.isBefore(until)) {
      throw refused(ErrorCode.INVALID_TIMESTAMP, "saleUntil", "A sale ends after it begins");
    }
    return from == null && until == null ? null : new SaleWindow(from, until);
  }

  private @Nullable Instant time(String field) {
    String text = text(field);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException wrong) {
      throw refused(
          ErrorCode.INVALID_TIMESTAMP, field, "A time is ISO 8601 with an offset: " + text);
    }
  }

  private @Nullable String text(String field) {
    JsonNode value = line.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw refused(ErrorCode.INVALID_VALUE, field, "This is a text or a number");
    }
    return value.asText();
  }

  private static AttuneException refused(ErrorCode code, @Nullable String field, String message) {
    return new AttuneException(code, field, message);
  }
}
