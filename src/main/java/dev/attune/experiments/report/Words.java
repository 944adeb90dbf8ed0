package dev.attune.experiments.report;

import java.math.BigDecimal;
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
    return format.format(BigDecimal.valueOf(minor).movePointLeft(digits));
  }

  static String percent(double share, Locale locale) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }
}
