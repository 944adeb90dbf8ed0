package dev.attune.catalog.feed.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.catalog.feed.text.PriceText;
import dev.attune.catalog.feed.text.Quoted;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a variant costs: its own price, or its product's, and those of other markets. */
final class LinePrices {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final JsonNode product;
  private final JsonNode variant;
  private final String at;
  private final Currency byDefault;
  private final Findings findings;

  LinePrices(JsonNode product, JsonNode variant, String at, Currency byDefault, Findings findings) {
    this.product = product;
    this.variant = variant;
    this.at = at;
    this.byDefault = byDefault;
    this.findings = findings;
  }

  /** Price and sale belong together: a variant with its own price has its own sale. */
  Offer base() {
    boolean own = variant.has("price");
    JsonNode source = own ? variant : product;
    String path = own ? at : "";
    Currency currency = currency(variant, at, currency(product, "", byDefault));
    Offer offer = offer(source, path, currency);
    JsonNode cost = variant.has("cost") ? variant : product;
    @Nullable Money paid = money(cost, variant.has("cost") ? at : "", "cost", currency);
    return new Offer(offer.regular(), offer.sale(), offer.window(), paid);
  }

  List<MarketPrice> markets() {
    boolean own = variant.has("prices");
    String path = (own ? at : "") + "prices";
    List<MarketPrice> prices = new ArrayList<>();
    Set<String> known = new HashSet<>();
    JsonNode all = (own ? variant : product).path("prices");
    for (int i = 0; i < all.size(); i++) {
      JsonNode price = all.get(i);
      String here = path + "[" + i + "].";
      @Nullable String country = price.has("country") ? price.get("country").asText() : null;
      if (country != null && !COUNTRIES.contains(country)) {
        findings.refuse(
            ErrorCode.INVALID_VALUE, here + "country", "No such country: " + Quoted.of(country));
      }
      Currency currency = currency(price, here, byDefault);
      if (!known.add(country + " " + currency)) {
        findings.refuse(
            ErrorCode.INVALID_VALUE, here + "currency", "One price for a country and currency");
      }
      Offer offer = offer(price, here, currency);
      if (offer.regular() != null) {
        prices.add(new MarketPrice(country, offer));
      }
    }
    return prices;
  }

  private Offer offer(JsonNode source, String path, Currency currency) {
    @Nullable Money regular = money(source, path, "price", currency);
    @Nullable Money sale = money(source, path, "salePrice", currency);
    if (regular == null || sale == null) {
      return new Offer(regular, null, null, null);
    }
    if (sale.compareTo(regular) >= 0) {
      findings.warn(
          ErrorCode.INVALID_PRICE,
          path + "salePrice",
          "A sale price is below the price; the sale is left out");
      return new Offer(regular, null, null, null);
    }
    if (!source.has("saleFrom")) {
      return new Offer(regular, sale, null, null);
    }
    Optional<SaleWindow> window = window(source, path);
    // a sale whose dates nobody can read must not go on for ever
    return window.isEmpty()
        ? new Offer(regular, null, null, null)
        : new Offer(regular, sale, window.get(), null);
  }

  private Optional<SaleWindow> window(JsonNode source, String path) {
    Optional<Instant> from = time(source, path, "saleFrom");
    Optional<Instant> until = time(source, path, "saleUntil");
    if (from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(until.get())) {
      findings.warn(
          ErrorCode.INVALID_TIMESTAMP,
          path + "saleUntil",
          "A sale ends after it starts; the sale is left out");
      return Optional.empty();
    }
    return Optional.of(new SaleWindow(from.get(), until.get()));
  }

  private Optional<Instant> time(JsonNode source, String path, String name) {
    String text = source.path(name).asText();
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      findings.refuse(ErrorCode.INVALID_TIMESTAMP, path + name, "No such time: " + Quoted.of(text));
      return Optional.empty();
    }
  }

  private @Nullable Money money(JsonNode source, String path, String name, Currency currency) {
    JsonNode amount = source.path(name);
    if (amount.isMissingNode()) {
      return null;
    }
    BigDecimal number = amount.isNumber() ? amount.decimalValue() : new BigDecimal(amount.asText());
    PriceText price = PriceText.of(path + name, number, currency);
    Rejection problem = price.problem();
    if (problem != null) {
      findings.refuse(problem.code(), path + name, problem.message());
    }
    return price.money();
  }

  private Currency currency(JsonNode source, String path, Currency otherwise) {
    if (!source.has("currency")) {
      return otherwise;
    }
    String code = source.get("currency").asText();
    Optional<Currency> currency = Money.currency(code);
    if (currency.isEmpty()) {
      findings.refuse(
          ErrorCode.INVALID_CURRENCY,
          path + "currency",
          "No ISO 4217 currency: " + Quoted.of(code));
    }
    return currency.orElse(otherwise);
  }
}
