package dev.attune.graphql.experiments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Money in a currency's unit, from and to its minor units. */
final class Amounts {
  private Amounts() {}

  static double major(double minor, String currency) {
    return minor / Math.pow(10, digits(currency));
  }

  static long minor(double major, String currency) {
    return BigDecimal.valueOf(major)
        .movePointRight(digits(currency))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static int digits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
