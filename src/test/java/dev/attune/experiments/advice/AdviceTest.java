package dev.attune.experiments.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.experiments.ready.Finding;
import dev.attune.experiments.ready.Pillar;
import dev.attune.experiments.statistics.Effect;
import dev.attune.experiments.statistics.Guardrail.Harm;
import dev.attune.experiments.statistics.Guardrail.Outcome;
import dev.attune.experiments.statistics.Level;
import dev.attune.experiments.statistics.Mixture;
import dev.attune.experiments.statistics.SampleRatio;
import dev.attune.experiments.trial.Yardstick;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTest {
  private static final Advice.Bar BAR = new Advice.Bar(.05, .02, Harm.FALLING);
  private static final Mixture MIXTURE = Mixture.tunedFor(.05, 10_000);

  @Test
  void aMismatchStopsWhateverTheNumbersSay() {
    Findings findings =
        new Findings(
            effect(1.3),
            0,
            List.of(Outcome.PASS),
            SampleRatio.of(List.of(6_000L, 4_000L), List.of(1, 1)),
            new Findings.Progress(20, 10_000, 10_000));
    assertThat(Advice.of(findings, BAR))
        .isEqualTo(advice(Answer.NOT_TO_BE_BELIEVED, Action.STOP, Because.SAMPLE_RATIO_MISMATCH));
  }

  @Test
  void harmStopsAtOnce() {
    assertThat(advise(1.3, 2, 1_000, Outcome.PASS, Outcome.BREACHED))
        .isEqualTo(advice(Answer.MORE, Action.STOP, Because.GUARDRAIL_BREACHED));
    assertThat(advise(.7, 2, 1_000, Outcome.UNDECIDED))
        .isEqualTo(advice(Answer.LESS, Action.STOP, Because.EARNED_LESS));
  }

  @Test
  void shipsWhatEarnedMoreAndHarmedNothingAfterAWeek() {
    assertThat(advise(1.3, 7, 1_000, Outcome.PASS))
        .isEqualTo(advice(Answer.MORE, Action.SHIP, Because.EARNED_MORE, Because.GUARDRAILS_HOLD));
    assertThat(advise(1.3, 7, 1_000))
        .isEqualTo(advice(Answer.MORE, Action.SHIP, Because.EARNED_MORE));
    assertThat(advise(1.3, 6, 1_000, Outcome.UNDECIDED))
        .isEqualTo(
            advice(
                Answer.MORE,
                Action.KEEP_ON,
                Because.EARNED_MORE,
                Because.GUARDRAIL_UNDECIDED,
                Because.NOT_A_WHOLE_WEEK));
  }

  @Test
  void waitsUntilThePlanIsUsedUp() {
    assertThat(advise(1.05, 20, 9_999))
        .isEqualTo(advice(Answer.NOT_SURE, Action.KEEP_ON, Because.NOT_ENOUGH_YET));
    assertThat(advise(1.05, 5, 10_000))
        .isEqualTo(advice(Answer.NOT_SURE, Action.KEEP_ON, Because.NOT_A_WHOLE_WEEK));
    assertThat(advise(1.05, 20, 10_000))
        .isEqualTo(advice(Answer.NOT_SURE, Action.STOP, Because.PLAN_USED_UP));
  }

  @Test
  void stopsWhatCannotBeWorthItsWhile() {
    Level control = new Level(5_000, 1, 1e-6);
    Level treatment = new Level(5_000, 1.001, 1e-6);
    Effect effect = Effect.of(treatment, control, MIXTURE);
    assertThat(advise(effect, 3, 5_000))
        .isEqualTo(advice(Answer.NOT_SURE, Action.STOP, Because.TOO_LITTLE_TO_MATTER));
  }

  @Test
  void lessIsBetterOfWhatMustNotRise() {
    Advice.Bar returns = new Advice.Bar(.05, .02, Harm.RISING);
    assertThat(advise(effect(.7), returns))
        .isEqualTo(advice(Answer.MORE, Action.SHIP, Because.EARNED_MORE));
    assertThat(advise(effect(1.3), returns))
        .isEqualTo(advice(Answer.LESS, Action.STOP, Because.EARNED_LESS));
    Effect same = Effect.of(new Level(5_000, .999, 1e-6), new Level(5_000, 1, 1e-6), MIXTURE);
    assertThat(advise(same, returns))
        .isEqualTo(advice(Answer.NOT_SURE, Action.STOP, Because.TOO_LITTLE_TO_MATTER));
  }

  @Test
  void whatHasEndedIsNotLeftRunningUnlessItIsStillCounted() {
    Advice unsure = advise(1.05, 20, 9_999);
    assertThat(unsure.ended(/* counting= */ true)).isEqualTo(unsure);
    assertThat(unsure.ended(/* counting= */ false))
        .isEqualTo(advice(Answer.NOT_SURE, Action.STOP, Because.NOT_ENOUGH_YET));
    Advice shipped = advise(1.3, 7, 1_000, Outcome.PASS);
    assertThat(shipped.ended(/* counting= */ false)).isEqualTo(shipped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr"})
  void everyWordHasItsSentence(String language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "texts.experiments",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    List<String> keys = new ArrayList<>();
    for (Answer answer : Answer.values()) {
      keys.add("answer." + answer);
    }
    for (Action action : Action.values()) {
      keys.add("action." + action);
    }
    for (Because because : Because.values()) {
      keys.add("because." + because);
    }
    for (Yardstick yardstick : Yardstick.values()) {
      keys.add("metric." + yardstick);
    }
    for (String way : List.of("MORE.rose", "MORE.fell", "LESS.rose", "LESS.fell")) {
      keys.add("answer." + way);
    }
    keys.addAll(List.of("answer.NOT_SURE.other", "because.DIFFERS", "whom.segments", "cost.alone"));
    keys.addAll(List.of("action.draft", "action.ended.KEEP_ON", "action.ended.SHIP"));
    keys.addAll(List.of("action.ended.STOP", "size.order", "size.points", "size.pieces"));
    keys.addAll(List.of("size.lift", "size.difference", "size.unknown", "sure"));
    keys.addAll(List.of("margin.difference", "margin.unknown", "margin.uncosted", "whom.markets"));
    for (String group : List.of("BOUGHT_BEFORE", "OTHERS")) {
      keys.addAll(List.of("whom." + group + ".difference", "whom." + group + ".unknown"));
    }
    keys.addAll(List.of("cost.none", "cost.entered", "note.window", "note.uncapped"));
    keys.addAll(List.of("note.cap", "note.uncosted", "note.foreign"));
    List<String> steps = new ArrayList<>();
    for (Pillar pillar : Pillar.values()) {
      for (Finding.Status status : Finding.Status.values()) {
        steps.add("ready." + pillar + "." + status);
      }
    }
    assertThat(bundle.keySet().stream().filter(key -> !steps.contains(key)))
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(steps).allSatisfy(step -> assertThat(bundle.getString(step)).endsWith("."));
    for (String key : keys) {
      Object[] values = {"4 %", "1 %", "7 %"};
      assertThat(MessageFormat.format(bundle.getString(key), values)).doesNotContain("{", "'");
    }
    assertThat(MessageFormat.format(bundle.getString("size.lift"), "4 %", "1 %", "7 %"))
        .contains("4 %", "1 %", "7 %");
  }

  private static Effect effect(double ratio) {
    return Effect.of(new Level(5_000, ratio, 1e-3), new Level(5_000, 1, 1e-3), MIXTURE);
  }

  private static Advice advise(Effect effect, Advice.Bar bar) {
    return Advice.of(
        new Findings(
            effect,
            effect.pValue(),
            List.of(),
            SampleRatio.of(List.of(5_000L, 5_000L), List.of(1, 1)),
            new Findings.Progress(10, 1_000, 10_000)),
        bar);
  }

  private static Advice advise(double ratio, int days, long units, Outcome... guardrails) {
    return advise(effect(ratio), days, units, guardrails);
  }

  private static Advice advise(Effect effect, int days, long units, Outcome... guardrails) {
    return Advice.of(
        new Findings(
            effect,
            effect.pValue(),
            List.of(guardrails),
            SampleRatio.of(List.of(5_000L, 5_000L), List.of(1, 1)),
            new Findings.Progress(days, units, 10_000)),
        BAR);
  }

  private static Advice advice(Answer answer, Action action, Because... reasons) {
    return new Advice(answer, action, List.of(reasons));
  }
}
