package dev.attune.experiments.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences and numbers of reports in a language; English where there is none. */
final class Words {
  private static final String BUNDLE = "texts/experiments";

  private Words() {}

  static String say(String key, Locale locale, Object... values) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** An amount of minor units. */
  static String money(String code, double minor, Locale locale) {
    Currency currency = Currency.getInstance(code);
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(rounded(BigDecimal.valueOf(minor).movePointLeft(digits), digits));
  }

  /** A share of 1 in percent. */
  static String percent(double share, Locale locale) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(rounded(BigDecimal.valueOf(share), 3));
  }

  /** What a share of 1 was raised by, in percent with its sign. */
  static String change(double share, Locale locale) {
    String percent = percent(share, locale);
    return rounded(BigDecimal.valueOf(share), 3).signum() > 0 ? "+" + percent : percent;
  }

  static String number(double value, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    return format.format(rounded(BigDecimal.valueOf(value), 2));
  }

  /** So that there is no zero below zero. */
  private static BigDecimal rounded(BigDecimal value, int digits) {
    return value.setScale(digits, RoundingMode.HALF_EVEN);
  }
}
