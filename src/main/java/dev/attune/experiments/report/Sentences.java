package dev.attune.experiments.report;

import static dev.attune.experiments.report.Words.change;
import static dev.attune.experiments.report.Words.money;
import static dev.attune.experiments.report.Words.number;
import static dev.attune.experiments.report.Words.percent;
import static dev.attune.experiments.report.Words.say;

import dev.attune.experiments.advice.Answer;
import dev.attune.experiments.advice.Because;
import dev.attune.experiments.report.Report.Conclusion;
import dev.attune.experiments.report.Report.ForWhom;
import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Estimate;
import dev.attune.experiments.statistics.Guardrail.Outcome;
import dev.attune.experiments.statistics.Interval;
import dev.attune.experiments.statistics.Metric;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Yardstick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion in plain words: better or not, how much, how much after margin, how sure, for whom,
 * what next and why, and what it cost. What cannot be believed is not told in numbers.
 */
public final class Sentences {
  private final Report report;
  private final Conclusion conclusion;
  private final Locale locale;

  private Sentences(Report report, Conclusion conclusion, Locale locale) {
    this.report = report;
    this.conclusion = conclusion;
    this.locale = locale;
  }

  public static List<String> of(Report report, Conclusion conclusion, Locale locale) {
    return new Sentences(report, conclusion, locale).all();
  }

  private List<String> all() {
    if (report.definition().life().state() == Definition.State.DRAFT) {
      return List.of(action(), cost());
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(answer());
    if (conclusion.advice().answer() != Answer.NOT_TO_BE_BELIEVED) {
      sentences.add(size());
      sentences.add(margin());
      sentences.add(say("sure", locale, percent(Reading.ALPHA, locale)));
      sentences.addAll(forWhom());
    }
    sentences.add(action());
    conclusion.advice().reasons().forEach(reason -> sentences.add(because(reason)));
    sentences.add(cost());
    return sentences;
  }

  private String answer() {
    Answer answer = conclusion.advice().answer();
    boolean shown = answer == Answer.MORE || answer == Answer.LESS;
    if (primary().isTakings() || answer == Answer.NOT_TO_BE_BELIEVED) {
      return say("answer." + answer, locale);
    }
    boolean rose = conclusion.primary().difference().value() > 0;
    return shown
        ? say("answer." + answer + (rose ? ".rose" : ".fell"), locale, name(primary()))
        : say("answer.NOT_SURE.other", locale, name(primary()));
  }

  private String size() {
    Interval interval = conclusion.primary().difference().interval();
    Optional<Estimate> told = conclusion.primary().lift().filter(lift -> lift.interval().bounded());
    return told.map(lift -> estimate("size.lift", lift, share -> change(share, locale)))
        .orElseGet(() -> interval.bounded() ? difference() : say("size.unknown", locale));
  }

  private String difference() {
    Estimate difference = conclusion.primary().difference();
    boolean ratio = primary().metric() == Metric.RATIO;
    return switch (primary().scale()) {
      case SHARE -> estimate("size.points", difference, share -> number(share * 100, locale));
      case NUMBER -> estimate("size.pieces", difference, pieces -> number(pieces, locale));
      case MONEY -> estimate(ratio ? "size.order" : "size.difference", difference, this::inMoney);
    };
  }

  private String margin() {
    double costed = report.measured().orders().costed();
    if (costed < Reading.COSTED) {
      return say("margin.uncosted", locale, percent(costed, locale));
    }
    Effect margin = report.compared(Yardstick.MARGIN, conclusion.variant()).effect();
    return amount("margin", margin.difference());
  }

  private List<String> forWhom() {
    List<String> sentences = new ArrayList<>();
    Definition.Scope scope = report.definition().scope();
    if (!scope.markets().isEmpty()) {
      sentences.add(say("whom.markets", locale, String.join(", ", scope.markets())));
    }
    if (!scope.segments().isEmpty()) {
      sentences.add(say("whom.segments", locale, String.join(", ", scope.segments())));
    }
    for (ForWhom group : report.groups()) {
      if (group.variant().equals(conclusion.variant())) {
        sentences.add(amount("whom." + group.group(), group.revenue().difference()));
      }
    }
    return sentences;
  }

  private String action() {
    Definition.State state = report.definition().life().state();
    return switch (state) {
      case DRAFT -> say("action.draft", locale);
      case RUNNING -> say("action." + conclusion.advice().action(), locale);
      case STOPPED -> say("action.ended." + conclusion.advice().action(), locale);
    };
  }

  private String because(Because reason) {
    String key = "because." + reason;
    return switch (reason) {
      case GUARDRAIL_BREACHED -> say(key, locale, names(Outcome.BREACHED));
      case GUARDRAIL_UNDECIDED -> say(key, locale, names(Outcome.UNDECIDED));
      case GUARDRAILS_HOLD -> say(key, locale, names(Outcome.PASS));
      case EARNED_MORE, EARNED_LESS -> say(primary().isTakings() ? key : "because.DIFFERS", locale);
      default -> say(key, locale);
    };
  }

  private String names(Outcome outcome) {
    return conclusion.guarded(outcome).stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(Yardstick yardstick) {
    return say("metric." + yardstick, locale);
  }

  private String cost() {
    Definition.Costs costs = report.definition().costs();
    if (costs.programmeMinor() + costs.discountMinor() == 0) {
      return say("cost.none", locale);
    }
    @Nullable Double gained = conclusion.gainedMinor();
    boolean told = gained != null && conclusion.advice().answer() != Answer.NOT_TO_BE_BELIEVED;
    return say(
        told ? "cost.entered" : "cost.alone",
        locale,
        inMoney(costs.programmeMinor()),
        inMoney(costs.discountMinor()),
        inMoney(gained == null ? 0 : gained));
  }

  private String amount(String key, Estimate estimate) {
    return estimate.interval().bounded()
        ? estimate(key + ".difference", estimate, this::inMoney)
        : say(key + ".unknown", locale);
  }

  private String estimate(String key, Estimate estimate, DoubleFunction<String> written) {
    return say(
        key,
        locale,
        written.apply(estimate.value()),
        written.apply(estimate.interval().lower()),
        written.apply(estimate.interval().upper()));
  }

  private String inMoney(double minor) {
    return money(report.definition().measuring().currency(), minor, locale);
  }

  private Yardstick primary() {
    return report.definition().measuring().primary();
  }
}
