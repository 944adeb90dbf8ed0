package dev.attune.decision.planted;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.attune.profile.fold.Fold;
import dev.attune.profile.view.ProfileView;
import dev.attune.profile.view.Shop;
import dev.attune.profile.view.Subjects;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Planted: each time that something is shown and not taken it is less likely to be taken, as Li et
 * al. found ("Modeling impression discounting in large-scale recommender systems", KDD 2014).
 */
class FatigueTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int PRODUCTS = 40;
  private static final int SHOPPERS = 60;
  private static final int VISITS = 12;
  private static final int SHOWN = 6;

  private final CatalogSnapshot catalog = catalog();
  private final ProfileView view = new ProfileView(Shop.settings(), new Subjects(catalog));
  private final PlantedPages pages = new PlantedPages(catalog, models(), 0);

  @ParameterizedTest
  @ValueSource(doubles = {.6, .75, .9})
  void whoRemembersWhatWasIgnoredIsClickedMore(double tiring) {
    double remembering = clicks(tiring, true);
    double forgetting = clicks(tiring, false);
    assertThat(remembering).isGreaterThan(1.05 * forgetting);
  }

  @Test
  void whoNeverTiresLosesLittle() {
    assertThat(clicks(1, true)).isGreaterThan(.95 * clicks(1, false));
  }

  /** Expected clicks, by the planted truth. */
  private double clicks(double tiring, boolean remembers) {
    double clicks = 0;
    for (int shopper = 0; shopper < SHOPPERS; shopper++) {
      clicks += clicks(new SplittableRandom(shopper), tiring, remembers);
    }
    return clicks;
  }

  private double clicks(SplittableRandom random, double tiring, boolean remembers) {
    Map<String, Double> appeal = new HashMap<>();
    for (int i = 0; i < PRODUCTS; i++) {
      appeal.put("kite-" + i, .05 + .25 * random.nextDouble());
    }
    Map<String, Integer> ignored = new HashMap<>();
    Fold fold = new Fold();
    fold.count(START, Stream.of(new Signal(Kind.VIEW, "kite-" + random.nextInt(PRODUCTS), 1)));
    double clicks = 0;
    for (int visit = 1; visit <= VISITS; visit++) {
      Instant now = START.plus(Duration.ofDays(2L * visit));
      Profile known = view.of(fold, visit, now);
      Decided rail =
          pages.decide(
              RailSlots.of(Placement.HOME_FOR_YOU),
              remembers ? known : forgetful(known),
              now,
              SHOWN);
      for (int place = 0; place < rail.subjects().size(); place++) {
        GlobalId subject = rail.subjects().get(place);
        String product = subject.local();
        double chance =
            PlantedPages.looked(place)
                * appeal.getOrDefault(product, 0.0)
                * Math.pow(tiring, ignored.getOrDefault(product, 0));
        clicks += chance;
        fold.count(now, Stream.of(new Signal(Kind.IMPRESSION, subject.toString(), 1)));
        if (random.nextDouble() < chance) {
          fold.count(now.plusSeconds(60), Stream.of(new Signal(Kind.VIEW, product, 1)));
          ignored.remove(product);
        } else {
          ignored.merge(product, 1, Integer::sum);
        }
      }
    }
    return clicks;
  }

  private static Profile forgetful(Profile known) {
    return new Profile(
        known.version(),
        known.lifecycle(),
        known.events(),
        known.sessions(),
        known.orders(),
        known.spentMinor(),
        known.lastOrders(),
        known.lasting(),
        known.session(),
        known.viewed(),
        known.sessionViewed(),
        known.bought(),
        known.cart(),
        List.of(),
        known.habits(),
        known.rejected(),
        known.campaign(),
        known.firstSeen(),
        known.lastSeen());
  }

  private static CatalogSnapshot catalog() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product("kite-" + i, "Kite " + i)
          .in("Toys > Kites " + i % 8)
          .brand("Brand " + i % 10)
          .add();
    }
    return shop.snapshot("1");
  }

  /** Of a shop in which some products are looked at more than others. */
  private Models models() {
    SplittableRandom random = new SplittableRandom(7);
    List<TrainingEvent> events = new ArrayList<>();
    for (int shopper = 0; shopper < 300; shopper++) {
      for (int step = 0; step < 4; step++) {
        int product = Math.min(random.nextInt(PRODUCTS), random.nextInt(PRODUCTS));
        events.add(
            new TrainingEvent(
                "shopper-" + shopper,
                START.minus(Duration.ofDays(random.nextInt(1, 40))).plusSeconds(60L * step),
                List.of(new Signal(Kind.VIEW, "kite-" + product, 1))));
      }
    }
    events.sort(
        java.util.Comparator.comparing(TrainingEvent::owner).thenComparing(TrainingEvent::at));
    return Models.train(catalog, events, START);
  }
}
