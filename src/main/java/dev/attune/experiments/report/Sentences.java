package dev.attune.experiments.report;

import dev.attune.experiments.report.Report.Conclusion;
import dev.attune.experiments.statistics.Estimate;
import dev.attune.experiments.statistics.Interval;
import dev.attune.experiments.trial.Yardstick;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A conclusion in plain words: more or not, how much, how sure, what next and why. */
public final class Sentences {
  private static final String BUNDLE = "texts/experiments";

  private Sentences() {}

  public static List<String> of(Report report, Conclusion conclusion, Locale locale) {
    List<String> sentences = new ArrayList<>();
    sentences.add(say("answer." + conclusion.advice().answer(), locale));
    sentences.add(size(report, conclusion, locale));
    sentences.add(say("sure", locale, percent(Reading.ALPHA, locale)));
    sentences.add(say("action." + conclusion.advice().action(), locale));
    conclusion
        .advice()
        .reasons()
        .forEach(reason -> sentences.add(say("because." + reason, locale)));
    return sentences;
  }

  private static String size(Report report, Conclusion conclusion, Locale locale) {
    Estimate difference = conclusion.primary().difference();
    if (conclusion.primary().lift().isPresent()) {
      Estimate lift = conclusion.primary().lift().get();
      Interval interval = lift.interval();
      return say(
          "size.lift",
          locale,
          percent(lift.value(), locale),
          percent(interval.lower(), locale),
          percent(interval.upper(), locale));
    }
    return difference.interval().bounded()
        ? say(
            "size.difference",
            locale,
            number(report, difference.value(), locale),
            number(report, difference.interval().lower(), locale),
            number(report, difference.interval().upper(), locale))
        : say("size.unknown", locale);
  }

  private static String number(Report report, double value, Locale locale) {
    Yardstick.Scale scale = report.definition().measuring().primary().scale();
    return switch (scale) {
      case SHARE -> percent(value, locale);
      case NUMBER -> NumberFormat.getNumberInstance(locale).format(value);
      case MONEY -> money(report.definition().measuring().currency(), value, locale);
    };
  }

  private static String money(String code, double minor, Locale locale) {
    Currency currency = Currency.getInstance(code);
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return format.format(BigDecimal.valueOf(minor).movePointLeft(digits));
  }

  private static String percent(double share, Locale locale) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  private static String say(String key, Locale locale, Object... values) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
