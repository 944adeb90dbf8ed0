package dev.attune.platform.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount of money.
 *
 * @param minor the amount in the currency's minor unit: cents for USD, yen for JPY
 * @param currency the ISO 4217 currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /**
   * Exact conversion.
   *
   * @throws ArithmeticException when the amount has more decimals than the currency
   */
  public static Money of(BigDecimal amount, Currency currency) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return new Money(amount.movePointRight(digits).longValueExact(), currency);
  }

  /** The currency with this ISO 4217 code, in any case; empty when there is none. */
  public static Optional<Currency> currency(String code) {
    if (code.length() != 3) {
      return Optional.empty();
    }
    try {
      Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
      return currency.getDefaultFractionDigits() < 0 ? Optional.empty() : Optional.of(currency);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** The amount in major units with the currency's number of decimals, {@code 129.90}. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
  }

  /**
   * @throws IllegalArgumentException when the currencies differ
   */
  public Money plus(Money other) {
    requireSameCurrency(other);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  /** This much, {@code quantity} times. */
  public Money times(long quantity) {
    return new Money(Math.multiplyExact(minor, quantity), currency);
  }

  /**
   * @throws IllegalArgumentException when the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(minor, other.minor);
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot combine " + currency + " and " + other.currency);
    }
  }
}
