package dev.attune.decision.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.decision.Decided;
import dev.attune.decision.slot.Placement;
import dev.attune.decision.slot.RailSlots;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.models.Models;
import dev.attune.models.TrainingEvent;
import dev.attune.platform.id.GlobalId;
import dev.attune.profile.Profile;
import dev.attune.record.RecordedDecision.Explored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Planted: how much each product appeals, also those that nobody has seen yet. */
class ExplorationCostTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int KNOWN = 60;
  private static final int UNTRIED = 5;
  private static final int LISTS = 20_000;
  private static final int SHOWN = 12;
  private static final double SHARE = .05;
  private static final String GEM = "untried-3";

  private final Map<String, Double> appeal = new HashMap<>();
  private final CatalogSnapshot catalog = catalog();
  private final Models models = models();

  /** Where exploring takes a place it is never the first; the second is the dearest of the rest. */
  @Test
  void costsNoMoreThanItsShareOfOnePlace() {
    double exploiting = clicks(new PlantedPages(catalog, models, 0));
    double exploring = clicks(new PlantedPages(catalog, models, SHARE));
    double all = IntStream.range(0, SHOWN).mapToDouble(PlantedPages::looked).sum();
    double cost = 1 - exploring / exploiting;
    assertThat(cost).isPositive().isLessThan(SHARE * PlantedPages.looked(1) / all);
  }

  /** Horvitz and Thompson (1952): what was seen, by the chance with which it was. */
  @Test
  void itsRecordedChancesTellHowMuchTheUntriedAppeals() {
    PlantedPages pages = new PlantedPages(catalog, models, SHARE);
    SplittableRandom random = new SplittableRandom(5);
    Map<String, Double> told = new HashMap<>();
    for (int list = 0; list < LISTS; list++) {
      pages.decide(RailSlots.of(Placement.HOME_TRENDING), Profile.NOBODY, NOW, SHOWN);
      Explored explored = pages.recorded().explored();
      if (explored != null) {
        String product = pages.recorded().answer().get(explored.place() - 1).local();
        if (random.nextDouble() < appeal.getOrDefault(product, 0.0)) {
          told.merge(product, 1 / explored.probability() / LISTS, Double::sum);
        }
      }
    }
    for (int i = 0; i < UNTRIED; i++) {
      assertThat(told.getOrDefault("untried-" + i, 0.0))
          .isCloseTo(appeal.getOrDefault("untried-" + i, 0.0), within(.12));
    }
    assertThat(told.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey())
        .isEqualTo(GEM);
  }

  /** Expected clicks, by the planted truth. */
  private double clicks(PlantedPages pages) {
    double clicks = 0;
    for (int list = 0; list < LISTS; list++) {
      Decided rail =
          pages.decide(RailSlots.of(Placement.HOME_TRENDING), Profile.NOBODY, NOW, SHOWN);
      for (int place = 0; place < rail.subjects().size(); place++) {
        GlobalId subject = rail.subjects().get(place);
        clicks += PlantedPages.looked(place) * appeal.getOrDefault(subject.local(), 0.0);
      }
    }
    return clicks;
  }

  private CatalogSnapshot catalog() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < KNOWN; i++) {
      product(shop, "known-" + i, i, .1 + .3 * (KNOWN - i) / KNOWN);
    }
    for (int i = 0; i < UNTRIED; i++) {
      product(shop, "untried-" + i, i, .1);
    }
    appeal.put(GEM, .6);
    return shop.snapshot("1");
  }

  private void product(SampleCatalog shop, String id, int number, double planted) {
    shop.product(id, "Kite " + id).in("Toys > Kites " + number % 12).brand("B" + number).add();
    appeal.put(id, planted);
  }

  /** Of a shop whose known products are looked at by their appeal. */
  private Models models() {
    List<TrainingEvent> events = new ArrayList<>();
    for (int i = 0; i < KNOWN; i++) {
      for (int look = 0; look < 100 * appeal.getOrDefault("known-" + i, 0.0); look++) {
        events.add(
            new TrainingEvent(
                "shopper-" + i + "-" + look,
                NOW.minus(Duration.ofHours(look + 1)),
                List.of(new Signal(Kind.VIEW, "known-" + i, 1))));
      }
    }
    return Models.train(catalog, events, NOW);
  }
}
