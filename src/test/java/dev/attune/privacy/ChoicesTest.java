package dev.attune.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.privacy.Choices.Choice;
import dev.attune.privacy.Consent.Source;
import dev.attune.privacy.Consent.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void withoutAChoiceTheDefaultHolds() {
    assertThat(new Choices(List.of()).settle(State.DENIED, false))
        .isEqualTo(Consent.byDefault(State.DENIED));
  }

  @Test
  void aProvenChoiceOfMailDoesNotMakeAnObjectionNew() {
    List<Choice> choices = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      choices.add(
          new Choice("visitor:v", purpose, State.DENIED, NOON, Source.GLOBAL_PRIVACY_CONTROL));
    }
    choices.add(
        new Choice(
            "visitor:v",
            Purpose.PERSONALIZATION,
            State.GRANTED,
            NOON.plusSeconds(1),
            Source.EXPLICIT));
    choices.add(
        new Choice(
            "customer:c",
            Purpose.MARKETING_EMAIL,
            State.DENIED,
            NOON.plusSeconds(2),
            Source.EXPLICIT));
    assertThat(new Choices(choices).objected()).isTrue();
    assertThat(new Choices(choices).settle(State.DENIED, true).allowsPersonalization()).isTrue();
  }

  @Test
  void anObjectionOfTheBrowserDeniesUnlessSomethingWasChosenLater() {
    Consent objected = new Choices(List.of()).settle(State.GRANTED, true);
    assertThat(objected.allowsKeeping()).isFalse();
    assertThat(objected.source()).isEqualTo(Source.GLOBAL_PRIVACY_CONTROL);

    Choice earlier = personalization(State.GRANTED, 0);
    assertThat(new Choices(List.of(earlier)).settle(State.GRANTED, true).allowsKeeping()).isFalse();

    List<Choice> noted = new ArrayList<>(List.of(personalization(State.GRANTED, 2)));
    for (Purpose purpose : Purpose.values()) {
      noted.add(
          new Choice(purpose, State.DENIED, NOON.plusSeconds(1), Source.GLOBAL_PRIVACY_CONTROL));
    }
    Consent chosen = new Choices(noted).settle(State.GRANTED, true);
    assertThat(chosen.allowsPersonalization()).isTrue();
    assertThat(chosen.analytics()).isEqualTo(State.DENIED);
    assertThat(chosen.source()).isEqualTo(Source.EXPLICIT);
  }

  @Test
  void theLatestChoiceHoldsInWhateverOrderTheyAreRead() {
    Choice first = personalization(State.DENIED, 0);
    Choice second = personalization(State.GRANTED, 1);
    for (List<Choice> order : List.of(List.of(first, second), List.of(second, first))) {
      Consent consent = new Choices(order).settle(State.DENIED, false);
      assertThat(consent.allowsPersonalization()).isTrue();
      assertThat(consent.decidedAt()).isEqualTo(second.decidedAt());
    }
  }

  @Test
  void ofTwoChoicesAtOnceTheDenialHolds() {
    Choice granted = personalization(State.GRANTED, 0);
    Choice denied = personalization(State.DENIED, 0);
    for (List<Choice> order : List.of(List.of(granted, denied), List.of(denied, granted))) {
      assertThat(new Choices(order).settle(State.GRANTED, false).allowsPersonalization()).isFalse();
    }
  }

  private static Choice personalization(State state, int seconds) {
    return new Choice(Purpose.PERSONALIZATION, state, NOON.plusSeconds(seconds), Source.EXPLICIT);
  }
}
