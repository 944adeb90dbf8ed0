package dev.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.offer.OfferLimits;
import dev.attune.decision.slot.Slots;
import dev.attune.experiments.exposure.ExposureLog;
import dev.attune.identity.Asker;
import dev.attune.ingest.health.EventGates;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.privacy.Consent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.record.Basis;
import dev.attune.record.Candidate;
import dev.attune.record.DecisionLog;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Question;
import dev.attune.record.RecordedDecision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every personalized field keeps, whatever it decides. */
class SlotContractTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final List<RecordedDecision> log = new ArrayList<>();
  private final DecisionPipeline pipeline =
      new DecisionPipeline(
          keep(),
          ExposureLog.NOWHERE,
          new DecisionIds(),
          () -> 0,
          OfferLimits.STATED,
          new SimpleMeterRegistry());

  static Stream<Slot> slots() {
    return Slots.all().values().stream();
  }

  @ParameterizedTest
  @MethodSource("slots")
  void answersAnEmptyShopWithoutFailing(Slot slot) {
    Decided decided = pipeline.decide(slot, Ask.of(emptyShop(), 5));
    assertThat(decided.basis()).isEqualTo(Basis.FALLBACK);
    assertThat(log).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("slots")
  void fallsBackWhenASourceFails(Slot slot) {
    Slot broken =
        Slot.named(slot.name())
            .from(
                ask -> {
                  throw new IllegalStateException("a source that fails");
                })
            .keeping(slot.filters().toArray(new Filter[0]))
            .otherwise(ask -> List.of(perfect("fallback")));
    Decided decided = pipeline.decide(broken, Ask.of(emptyShop(), 5));
    assertThat(decided.basis()).isEqualTo(Basis.FALLBACK);
    assertThat(decided.subjects()).containsExactly(perfect("fallback").subject());
  }

  @ParameterizedTest
  @MethodSource("slots")
  void answersTheSameQuestionTheSameWhateverTheOrderOfCandidates(Slot slot) {
    for (int seed = 0; seed < 200; seed++) {
      List<Candidate> candidates = candidates(new Random(seed));
      Question question = question(slot, candidates);
      List<Candidate> shuffled = new ArrayList<>(candidates);
      java.util.Collections.shuffle(shuffled, new Random(seed + 1));
      assertThat(answer(slot, question)).isEqualTo(answer(slot, question(slot, shuffled)));
    }
  }

  @ParameterizedTest
  @MethodSource("slots")
  void answersOtherwiseWhenARecordedFeatureIsAltered(Slot slot) {
    Candidate first = perfect("a");
    Candidate second = perfect("b");
    Question question = question(slot, List.of(first, second));
    RecordedDecision recorded = recorded(slot, question);
    assertThat(Replay.of(slot, recorded).same()).isTrue();
    Feature weighty = Slot.weights(question.tuning()).keySet().iterator().next();
    Candidate raised = second.with(second.features().with(weighty, 2));
    RecordedDecision altered = recorded(slot, question, question(slot, List.of(first, raised)));
    assertThat(Replay.of(slot, altered).same()).isFalse();
    assertThat(Replay.of(slot, altered).differences()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("slots")
  void saysWhyOfEveryItemAndNamesNoHistoryWhereItMustNot(Slot slot) {
    Candidate loved =
        perfect("loved")
            .with(
                perfect("loved")
                    .features()
                    .with(Feature.TASTE_CATEGORY, 1)
                    .with(Feature.RECENTLY_VIEWED, 1));
    Resolution resolution = Resolution.of(slot, question(slot, List.of(loved)));
    for (Ranked ranked : resolution.answer()) {
      assertThat(Reasons.of(ranked, true)).isNotEmpty();
      assertThat(Reasons.of(ranked, false))
          .allMatch(
              reason ->
                  ranked.basis() != Basis.PERSONALIZED
                      || (reason.code() == dev.attune.record.Reason.Code.FOR_YOU
                          && reason.about() == null));
    }
  }

  @Test
  void namesEverySlotOnce() {
    assertThat(Slots.all()).hasSizeGreaterThan(15);
    assertThat(Slots.named("hero")).isPresent();
  }

  private static DecisionContext emptyShop() {
    Shopper nobody =
        new Shopper(
            "",
            Asker.nobody(),
            Consent.byDefault(Consent.State.GRANTED),
            Profile.NOBODY,
            Profile.NOBODY);
    return new DecisionContext(
        nobody,
        Place.ANYWHERE,
        NOW,
        CatalogSnapshot.EMPTY,
        CatalogSnapshot.EMPTY,
        Models.EMPTY,
        Merchandise.EMPTY,
        Gates.OPEN,
        EventGates.OPEN,
        false);
  }

  private static Candidate perfect(String id) {
    Features features =
        Features.none()
            .with(Feature.FOR_SALE, true)
            .with(Feature.PRICED, true)
            .with(Feature.LIVE, true)
            .with(Feature.IN_AUDIENCE, true);
    return new Candidate(new GlobalId(NodeType.PRODUCT, id), "TEST", null, null, null, features);
  }

  private static List<Candidate> candidates(Random random) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Features features = perfect("p" + i).features();
      for (Feature feature : Feature.values()) {
        if (random.nextInt(6) == 0) {
          features = features.with(feature, random.nextInt(4) / 3.0);
        }
      }
      candidates.add(
          new Candidate(
              new GlobalId(NodeType.PRODUCT, "p" + i),
              "TEST",
              "group" + random.nextInt(4),
              "brand" + random.nextInt(4),
              null,
              features));
    }
    return candidates;
  }

  private static Question question(Slot slot, List<Candidate> candidates) {
    return new Question(slot.name(), 12, true, slot.tuning(), "0", candidates);
  }

  private static List<GlobalId> answer(Slot slot, Question question) {
    return Resolution.of(slot, question).answer().stream()
        .map(ranked -> ranked.candidate().subject())
        .toList();
  }

  private static RecordedDecision recorded(Slot slot, Question question) {
    return recorded(slot, question, question);
  }

  private static RecordedDecision recorded(Slot slot, Question answered, Question kept) {
    return new RecordedDecision(
        "d",
        null,
        "ANONYMOUS",
        null,
        NOW,
        Basis.POPULAR,
        false,
        List.of(),
        answer(slot, answered),
        emptyShop().versions(Slot.policy(slot.tuning())),
        kept);
  }

  private DecisionLog keep() {
    return new DecisionLog() {
      @Override
      public void append(RecordedDecision decision) {
        log.add(decision);
      }

      @Override
      public Uni<Optional<RecordedDecision>> find(String id) {
        return Uni.createFrom().item(Optional.empty());
      }
    };
  }
}
