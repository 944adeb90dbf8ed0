package dev.attune.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.explore.Exploration;
import dev.attune.decision.offer.OfferLimits;
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
import dev.attune.record.Candidate;
import dev.attune.record.DecisionLog;
import dev.attune.record.Feature;
import dev.attune.record.Features;
import dev.attune.record.Question;
import dev.attune.record.Reason;
import dev.attune.record.RecordedDecision;
import dev.attune.record.RecordedDecision.Explored;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A share of lists gives one place to something little known, and says so. */
class ExplorationTest {
  private static final double SHARE = .2;
  private static final int LISTS = 5_000;
  private static final int KNOWN = 30;
  private static final int UNTRIED = 5;

  private static final Slot RAIL =
      Slot.named("rail/TEST")
          .from(ask -> some("known", KNOWN, 0))
          .rankedBy(Map.of(Feature.POPULARITY, 1.0))
          .exploring(ask -> some("untried", UNTRIED, 1));

  private final List<RecordedDecision> log = new ArrayList<>();
  private final DecisionPipeline pipeline =
      new DecisionPipeline(
          keep(),
          ExposureLog.NOWHERE,
          new DecisionIds(),
          () -> SHARE,
          OfferLimits.STATED,
          new SimpleMeterRegistry());

  @Test
  void theStatedShareOfListsExploresAndNoMore() {
    decide(RAIL, LISTS);
    long explored = log.stream().filter(one -> one.explored() != null).count();
    assertThat((double) explored / LISTS).isCloseTo(SHARE, within(.03));
    assertThat(log.stream().filter(one -> untried(one) > 0).count()).isEqualTo(explored);
  }

  @Test
  void aListHasAtMostOneOfThemAndNeverInItsFirstPlace() {
    decide(RAIL, LISTS);
    Set<Integer> places = new TreeSet<>();
    for (RecordedDecision one : log) {
      Explored explored = one.explored();
      assertThat(one.answer()).hasSize(12).doesNotHaveDuplicates();
      assertThat(untried(one)).isEqualTo(explored == null ? 0 : 1);
      if (explored != null) {
        places.add(explored.place());
        assertThat(one.answer().get(explored.place() - 1).local()).startsWith("untried");
      }
    }
    assertThat(places).containsExactlyElementsOf(IntStream.rangeClosed(2, 12).boxed().toList());
  }

  @Test
  void theRecordedProbabilityIsHowOftenEachOneIsShown() {
    decide(RAIL, LISTS);
    assertThat(log.stream().map(RecordedDecision::explored).filter(Objects::nonNull))
        .allMatch(explored -> explored.probability() == SHARE / UNTRIED);
    for (Candidate candidate : some("untried", UNTRIED, 1)) {
      long shown = log.stream().filter(one -> one.answer().contains(candidate.subject())).count();
      assertThat((double) shown / LISTS).isCloseTo(SHARE / UNTRIED, within(.01));
    }
  }

  @Test
  void replayFindsTheSameAndAnotherSeedSomethingElse() {
    decide(RAIL, LISTS);
    int otherwise = 0;
    for (RecordedDecision one : log) {
      Replay replay = Replay.of(RAIL, one);
      assertThat(replay.differences()).isEmpty();
      assertThat(Exploration.in(replay.resolution().answer())).isEqualTo(one.explored());
      otherwise += one.explored() == null || Replay.of(RAIL, seeded(one, "1")).same() ? 0 : 1;
    }
    assertThat(otherwise).isGreaterThan(500);
  }

  @Test
  void theItemSaysWhyItIsThere() {
    List<Decided> decided = decide(RAIL, LISTS);
    for (Decided one : decided) {
      for (Decided.Item item : one.items()) {
        boolean explored = item.reasons().get(0).code() == Reason.Code.EXPLORED;
        assertThat(explored).isEqualTo(item.subject().local().startsWith("untried"));
      }
    }
  }

  @Test
  void whatAlwaysExploredWouldStillTakeOnePlaceOnly() {
    DecisionPipeline always =
        new DecisionPipeline(
            keep(),
            ExposureLog.NOWHERE,
            new DecisionIds(),
            () -> 1,
            OfferLimits.STATED,
            new SimpleMeterRegistry());
    for (int i = 0; i < 100; i++) {
      always.decide(RAIL, Ask.of(page(Consent.State.GRANTED, false), 4));
    }
    assertThat(log).allMatch(one -> untried(one) == 1);
  }

  @Test
  void nobodyIsExploredWithWhoMayNotBeRememberedOrCouldNotBeLoaded() {
    for (int i = 0; i < 500; i++) {
      pipeline.decide(RAIL, Ask.of(page(Consent.State.DENIED, false), 12));
      pipeline.decide(RAIL, Ask.of(page(Consent.State.GRANTED, true), 12));
    }
    assertThat(log).allMatch(one -> one.explored() == null && untried(one) == 0);
  }

  @Test
  void whatAFilterHidesIsNotTriedEither() {
    Slot keeping =
        Slot.named("rail/TEST")
            .from(ask -> some("known", KNOWN, 0))
            .keeping(dev.attune.decision.filter.Filters.CAN_BE_BOUGHT)
            .rankedBy(Map.of(Feature.POPULARITY, 1.0))
            .exploring(
                ask ->
                    some("untried", UNTRIED, 1).stream()
                        .map(one -> one.with(one.features().with(Feature.FOR_SALE, false)))
                        .toList());
    decide(keeping, 500);
    assertThat(log).allMatch(one -> one.explored() == null && untried(one) == 0);
  }

  private List<Decided> decide(Slot slot, int lists) {
    Ask ask = Ask.of(page(Consent.State.GRANTED, false), 12);
    return IntStream.range(0, lists).mapToObj(i -> pipeline.decide(slot, ask)).toList();
  }

  private static long untried(RecordedDecision one) {
    Predicate<GlobalId> untried = id -> id.local().startsWith("untried");
    return one.answer().stream().filter(untried).count();
  }

  private static RecordedDecision seeded(RecordedDecision one, String seed) {
    Question was = one.question();
    return new RecordedDecision(
        one.id(),
        one.owner(),
        one.proof(),
        one.placement(),
        one.at(),
        one.basis(),
        one.degraded(),
        one.reasons(),
        one.answer(),
        one.versions(),
        new Question(
            was.slot(), was.first(), was.mayNameHistory(), was.tuning(), seed, was.candidates()));
  }

  private static List<Candidate> some(String name, int many, double untried) {
    return IntStream.range(0, many)
        .mapToObj(
            i ->
                new Candidate(
                    new GlobalId(NodeType.PRODUCT, name + i),
                    untried > 0 ? Exploration.SOURCE : "POPULAR",
                    null,
                    null,
                    null,
                    Features.none()
                        .with(Feature.FOR_SALE, true)
                        .with(Feature.UNTRIED, untried)
                        .with(Feature.POPULARITY, untried > 0 ? 2 : 1.0 / (1 + i))))
        .toList();
  }

  private static DecisionContext page(Consent.State consent, boolean degraded) {
    Shopper shopper =
        new Shopper("", Asker.nobody(), Consent.byDefault(consent), Profile.NOBODY, Profile.NOBODY);
    return new DecisionContext(
        shopper,
        Place.ANYWHERE,
        Instant.parse("2026-03-01T12:00:00Z"),
        CatalogSnapshot.EMPTY,
        CatalogSnapshot.EMPTY,
        Models.EMPTY,
        Merchandise.EMPTY,
        Gates.OPEN,
        EventGates.OPEN,
        degraded);
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
