package dev.attune.experiments.report;

import static dev.attune.experiments.report.Words.money;
import static dev.attune.experiments.report.Words.percent;
import static dev.attune.experiments.report.Words.say;

import dev.attune.experiments.report.Report.Conclusion;
import dev.attune.experiments.report.Report.ForWhom;
import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Estimate;
import dev.attune.experiments.statistics.Interval;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Yardstick;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A conclusion in plain words: more or not, how much, how much after margin, how sure, for whom,
 * what next and why, and what it cost.
 */
public final class Sentences {
  private Sentences() {}

  public static List<String> of(Report report, Conclusion conclusion, Locale locale) {
    List<String> sentences = new ArrayList<>();
    sentences.add(say("answer." + conclusion.advice().answer(), locale));
    sentences.add(size(report, conclusion, locale));
    sentences.add(margin(report, conclusion, locale));
    sentences.add(say("sure", locale, percent(Reading.ALPHA, locale)));
    if (!report.definition().scope().markets().isEmpty()) {
      sentences.add(
          say("whom.markets", locale, String.join(", ", report.definition().scope().markets())));
    }
    report.groups().stream()
        .filter(group -> group.variant().equals(conclusion.variant()))
        .forEach(group -> sentences.add(forWhom(report, group, locale)));
    sentences.add(say("action." + conclusion.advice().action(), locale));
    conclusion
        .advice()
        .reasons()
        .forEach(reason -> sentences.add(say("because." + reason, locale)));
    sentences.add(cost(report, conclusion, locale));
    return sentences;
  }

  private static String size(Report report, Conclusion conclusion, Locale locale) {
    Estimate difference = conclusion.primary().difference();
    Optional<Estimate> told = conclusion.primary().lift().filter(lift -> lift.interval().bounded());
    if (told.isPresent()) {
      Estimate lift = told.get();
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

  private static String margin(Report report, Conclusion conclusion, Locale locale) {
    double costed = report.measured().orders().costed();
    if (costed < Reading.COSTED) {
      return say("margin.uncosted", locale, percent(costed, locale));
    }
    Effect margin = report.compared(Yardstick.MARGIN, conclusion.variant()).effect();
    return inMoney("margin", report, margin.difference(), locale);
  }

  private static String forWhom(Report report, ForWhom group, Locale locale) {
    return inMoney("whom." + group.group(), report, group.revenue().difference(), locale);
  }

  private static String inMoney(String key, Report report, Estimate estimate, Locale locale) {
    String currency = report.definition().measuring().currency();
    Interval interval = estimate.interval();
    return interval.bounded()
        ? say(
            key + ".difference",
            locale,
            money(currency, estimate.value(), locale),
            money(currency, interval.lower(), locale),
            money(currency, interval.upper(), locale))
        : say(key + ".unknown", locale);
  }

  private static String cost(Report report, Conclusion conclusion, Locale locale) {
    Definition definition = report.definition();
    String currency = definition.measuring().currency();
    long programme = definition.costs().programmeMinor();
    long discounts = definition.costs().discountMinor();
    if (programme + discounts == 0) {
      return say("cost.none", locale);
    }
    return say(
        "cost.entered",
        locale,
        money(currency, programme, locale),
        money(currency, discounts, locale),
        money(currency, conclusion.gainedMinor(), locale));
  }

  private static String number(Report report, double value, Locale locale) {
    Yardstick.Scale scale = report.definition().measuring().primary().scale();
    return switch (scale) {
      case SHARE -> percent(value, locale);
      case NUMBER -> NumberFormat.getNumberInstance(locale).format(value);
      case MONEY -> money(report.definition().measuring().currency(), value, locale);
    };
  }
}
