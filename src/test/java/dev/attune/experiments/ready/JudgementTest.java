package dev.attune.experiments.ready;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.experiments.ready.Facts.Choices;
import dev.attune.experiments.ready.Facts.Data;
import dev.attune.experiments.ready.Facts.People;
import dev.attune.experiments.ready.Facts.Proof;
import dev.attune.experiments.ready.Facts.Tried;
import dev.attune.experiments.ready.Facts.Writing;
import dev.attune.experiments.ready.Finding.Status;
import dev.attune.experiments.statistics.Estimate;
import dev.attune.experiments.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Facts NOTHING =
      new Facts(
          new Data(0, 1),
          new People(0, 0, 0, 0, 0),
          new Tried(0, Optional.empty()),
          new Writing(0, 0, 0, 0),
          new Choices(1_000, 0, 0, true));
  private static final Facts BEGUN =
      new Facts(
          new Data(500, .7),
          new People(3, 4, 0, 100, 20),
          new Tried(1, Optional.empty()),
          new Writing(2, 1, 0, 0),
          new Choices(1_000, 50, 40, false));
  private static final Facts READY =
      new Facts(
          new Data(500, .95),
          new People(60, 90, 1, 100, 70),
          new Tried(
              3,
              Optional.of(
                  new Proof(
                      "home-holdout",
                      new Estimate(12, new Interval(3, 21)),
                      Optional.of(new Estimate(.06, new Interval(.01, .11)))))),
          new Writing(2, 1, 5, 2),
          new Choices(1_000, 400, 300, false));

  private static List<Status> statuses(Facts facts) {
    return Judgement.of(facts).stream().map(Finding::status).toList();
  }

  @Test
  void aShopOfWhichNothingIsKnownIsReadyForNothing() {
    assertThat(statuses(NOTHING)).containsOnly(Status.MISSING);
  }

  @Test
  void whatIsThereButDoesNotReachTheBarHasBegun() {
    assertThat(statuses(BEGUN)).containsOnly(Status.BEGUN);
  }

  @Test
  void whatReachesTheBarIsReadyAndTheProofIsNamed() {
    assertThat(statuses(READY)).containsOnly(Status.READY);
    Finding proven = Judgement.of(READY).get(Pillar.PROVEN_USE_CASE.ordinal());
    assertThat(proven.about()).isEqualTo("home-holdout");
    assertThat(proven.evidence()).contains(new Finding.Evidence("LIFT_LOWER", .01));
  }

  @Test
  void everyFindingHasANextStepInEveryLanguage() {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH)) {
      for (Facts facts : List.of(NOTHING, BEGUN, READY)) {
        assertThat(Judgement.of(facts)).allMatch(one -> one.nextStep(locale).endsWith("."));
      }
    }
  }
}
