package dev.attune.catalog.feed.text;

import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A price as feeds write it, {@code 12.50 USD}: read, or the reason why not.
 *
 * @param money null exactly where {@code problem} is not
 */
public record PriceText(@Nullable Money money, @Nullable Rejection problem) {
  private static final Pattern SHAPE =
      Pattern.compile("(\\p{L}*)\\s*([-+]?[\\d.,' \\u00a0\\u202f]*\\d)\\s*(.*)");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d*(\\.\\d+)?");
  private static final Pattern BLANKS = Pattern.compile("[' \\u00a0\\u202f]");
  private static final int MAX_DIGITS = 15;

  /** Accepts {@code 12.50 USD}, {@code USD 12.50}, {@code 1,299.00 USD} and {@code 12,50 EUR}. */
  public static PriceText parse(String field, String text) {
    Optional<Money> plain = plainMoney(text);
    if (plain.isPresent()) {
      return new PriceText(plain.get(), null);
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return refused(ErrorCode.INVALID_PRICE, field, text);
    }
    String code = matcher.group(1).isEmpty() ? matcher.group(3).strip() : matcher.group(1);
    boolean twice = !matcher.group(1).isEmpty() && !matcher.group(3).isBlank();
    String number = plain(matcher.group(2));
    if (twice || number.startsWith("-") || !NUMBER.matcher(number).matches()) {
      return refused(ErrorCode.INVALID_PRICE, field, text);
    }
    Optional<Currency> currency = Money.currency(code);
    if (currency.isEmpty()) {
      return refused(ErrorCode.INVALID_CURRENCY, field, text);
    }
    return exact(new BigDecimal(number), currency.get())
        .map(money -> new PriceText(money, null))
        .orElseGet(() -> refused(ErrorCode.INVALID_PRICE, field, text));
  }

  /** Most prices are written {@code 12.50 USD} and need no pattern. */
  private static Optional<Money> plainMoney(String text) {
    int space = text.length() - 4;
    if (space < 1 || space > MAX_DIGITS || text.charAt(space) != ' ') {
      return Optional.empty();
    }
    int point = -1;
    for (int i = 0; i < space; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > 0 && i + 1 < space) {
        point = i;
      } else if (c < '0' || c > '9') {
        return Optional.empty();
      }
    }
    return Money.currency(text.substring(space + 1))
        .flatMap(currency -> exact(new BigDecimal(text.substring(0, space)), currency));
  }

  /** The same for a text that leaves its currency to the feed, {@code 12.50}. */
  public static PriceText parse(String field, String text, Currency currency) {
    boolean bare = text.chars().noneMatch(Character::isLetter);
    return parse(field, bare ? text + " " + currency.getCurrencyCode() : text);
  }

  /** The same for a number. */
  public static PriceText of(String field, BigDecimal number, Currency currency) {
    Optional<Money> money = number.signum() < 0 ? Optional.empty() : exact(number, currency);
    return money
        .map(exact -> new PriceText(exact, null))
        .orElseGet(
            () ->
                refused(ErrorCode.INVALID_PRICE, field, number + " " + currency.getCurrencyCode()));
  }

  private static Optional<Money> exact(BigDecimal number, Currency currency) {
    BigDecimal amount = number.stripTrailingZeros();
    boolean fits =
        amount.precision() - amount.scale() <= MAX_DIGITS
            && amount.scale() <= Math.max(0, currency.getDefaultFractionDigits());
    return fits ? Optional.of(Money.of(amount, currency)) : Optional.empty();
  }

  /** With a point before the decimals and nothing between the thousands. */
  private static String plain(String number) {
    String tight = BLANKS.matcher(number).replaceAll("");
    int comma = tight.lastIndexOf(',');
    if (comma < 0) {
      return tight;
    }
    if (tight.indexOf('.') > comma || THOUSANDS.matcher(tight).matches()) {
      return tight.replace(",", "");
    }
    return tight.replace(".", "").replace(',', '.');
  }

  private static PriceText refused(ErrorCode code, String field, String text) {
    String message =
        code == ErrorCode.INVALID_CURRENCY
            ? "A price names an ISO 4217 currency, 12.50 USD, not " + Quoted.of(text)
            : "A price is at least zero and no finer than its currency, 12.50 USD, not "
                + Quoted.of(text);
    return new PriceText(null, new Rejection(code, field, message));
  }
}
