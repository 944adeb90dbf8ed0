package dev.attune.merchandising.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Place;
import dev.attune.identity.Asker;
import dev.attune.ingest.health.EventGates;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.Scope;
import dev.attune.models.Models;
import dev.attune.privacy.Consent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.record.Basis;
import dev.attune.record.DecisionJson;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import dev.attune.record.Versions;
import dev.attune.record.past.PastDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ComparingTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final DecisionContext PAGE =
      new DecisionContext(
          new Shopper(
              "",
              Asker.nobody(),
              Consent.byDefault(Consent.State.GRANTED),
              Profile.NOBODY,
              Profile.NOBODY),
          Place.ANYWHERE,
          NOW,
          CatalogSnapshot.EMPTY,
          CatalogSnapshot.EMPTY,
          Models.EMPTY,
          Merchandise.EMPTY,
          Gates.OPEN,
          EventGates.OPEN,
          false);

  private static PastDecision of(String shopper, String id) {
    Question question = new Question("listing/category", 12, true, Map.of(), "seed", List.of());
    RecordedDecision decision =
        new RecordedDecision(
            id,
            "visitor:" + shopper,
            "ANONYMOUS",
            null,
            NOW,
            Basis.POPULAR,
            false,
            List.of(),
            List.of(),
            new Versions("1", "1", "1", 0, "1"),
            question);
    return new PastDecision("visitor:" + shopper, DecisionJson.pack(decision), List.of());
  }

  private static Comparing comparing(Rule rule, BooleanSupplier late) {
    Draft draft = new Draft(rule, PAGE);
    return new Comparing(
        past -> OneShopper.compared(past, draft, (person, instants) -> List.of()),
        new Lanes<>(never -> {}, 1),
        late);
  }

  @Test
  void beginsWithNoFurtherShopperWhenItIsLateAndReadsTheOneItIsAtToTheEnd() {
    Rule rule =
        new Rule(
            "r", "R", new Action.Hide(), Scope.EVERYWHERE, List.of(), "product.price > 1.0", 50);
    AtomicBoolean late = new AtomicBoolean();
    Comparing comparing = comparing(rule, late::get);
    assertThat(comparing.test(of("one", "a"))).isTrue();
    assertThat(comparing.test(of("two", "b"))).isTrue();
    late.set(true);
    assertThat(comparing.test(of("two", "c"))).isTrue();
    assertThat(comparing.test(of("three", "d"))).isFalse();
    Impact impact = comparing.impact(5, NOW.minusSeconds(60), NOW, PAGE);
    assertThat(impact.found()).isEqualTo(5);
    assertThat(impact.read()).isEqualTo(3);
    assertThat(impact.shoppers()).isEqualTo(2);
  }

  @Test
  void comparesOneWithManyDecisionsInPiecesAndStopsBetweenThemWhenItIsLate() {
    Rule rule =
        new Rule(
            "r", "R", new Action.Hide(), Scope.EVERYWHERE, List.of(), "product.price > 1.0", 50);
    AtomicBoolean late = new AtomicBoolean();
    List<Integer> pieces = new ArrayList<>();
    Draft draft = new Draft(rule, PAGE);
    Comparing comparing =
        new Comparing(
            past -> {
              pieces.add(past.size());
              return OneShopper.compared(past, draft, (person, instants) -> List.of());
            },
            new Lanes<>(never -> {}, 0),
            late::get);
    for (int i = 0; i < 6 * Comparing.PIECE; i++) {
      assertThat(comparing.test(of("kiosk", "d" + i))).isTrue();
    }
    assertThat(pieces).as("compared before all are read").hasSizeGreaterThanOrEqualTo(2);
    late.set(true);
    assertThat(comparing.test(of("kiosk", "late"))).isFalse();
    Impact impact = comparing.impact(500, NOW.minusSeconds(60), NOW, PAGE);
    assertThat(impact.read()).isEqualTo(6 * Comparing.PIECE);
    assertThat(impact.shoppers()).isEqualTo(1);
    assertThat(pieces).containsOnly(Comparing.PIECE);
  }
}
