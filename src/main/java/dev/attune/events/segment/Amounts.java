package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prices and revenues of events: numbers, or texts that are numbers, with a currency. */
final class Amounts {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,13}(\\.\\d{0,30})?");
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int MOST_DIGITS = 60;

  private Amounts() {}

  /**
   * The amount of this name, rounded to the currency's decimals; null when it is missing.
   *
   * @param around the object that says the currency where {@code holder} does not; where neither
   *     does, it is the shop's own
   * @throws AttuneException INVALID_PRICE or INVALID_CURRENCY
   */
  static @Nullable Money money(Fields holder, String name, Fields around) {
    if (!holder.has(name)) {
      return null;
    }
    BigDecimal amount = amount(holder, name);
    Currency currency = currency(holder, around);
    int digits = currency.getDefaultFractionDigits();
    return Money.of(amount.setScale(digits, RoundingMode.HALF_UP), currency);
  }

  /** The number of this name, from 0. */
  static BigDecimal amount(Fields holder, String name) {
    BigDecimal amount = decimal(holder.node().path(name));
    if (amount == null || amount.signum() < 0 || amount.compareTo(MOST) > 0) {
      String field = holder.field(name);
      throw new AttuneException(
          ErrorCode.INVALID_PRICE, field, field + " must be a number from 0, such as 24.99");
    }
    return amount;
  }

  private static Currency currency(Fields holder, Fields around) {
    Fields place = holder.has("currency") ? holder : around;
    JsonNode code = place.node().path("currency");
    String field = place.field("currency");
    if (code.isMissingNode() || code.isNull()) {
      @Nullable Currency otherwise = around.otherwise();
      if (otherwise != null) {
        return otherwise;
      }
      throw new AttuneException(
          ErrorCode.INVALID_CURRENCY, field, "A price needs a currency in " + field);
    }
    return Money.currency(code.asText().strip())
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.INVALID_CURRENCY,
                    field,
                    field + " must be an ISO 4217 code, such as USD"));
  }

  private static @Nullable BigDecimal decimal(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      boolean sane = number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
      return sane ? number : null;
    }
    String text = value.isTextual() ? value.textValue().strip() : "";
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
  }
}
