package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.events.Signal;
import dev.attune.identity.Asker;
import dev.attune.models.TrainingEvent;
import dev.attune.privacy.Consent;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Habits;
import dev.attune.profile.Lifecycle;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Touched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Shoppers of a large shop, and what they did there. */
final class ManyShoppers {
  private static final int EVENTS = 3;
  private static final int VISITS = 20;

  private final CatalogSnapshot catalog;
  private final Instant now;
  private final SplittableRandom random = new SplittableRandom(1);

  ManyShoppers(CatalogSnapshot catalog, Instant now) {
    this.catalog = catalog;
    this.now = now;
  }

  /**
   * @param sessions how many, of three events each, a minute apart and two days after the last one
   *     of the same shopper; every twentieth event is an order
   */
  List<TrainingEvent> events(int sessions) {
    List<TrainingEvent> events = new ArrayList<>(sessions * EVENTS);
    int people = Math.max(1, sessions / VISITS);
    for (int i = 0; i < sessions; i++) {
      Instant began = now.minus(Duration.ofDays(2L * (VISITS - i / people)));
      for (int n = 0; n < EVENTS; n++) {
        Signal.Kind kind = events.size() % 20 == 0 ? Signal.Kind.BUY : Signal.Kind.VIEW;
        events.add(
            new TrainingEvent(
                "o" + i % people,
                began.plusSeconds(60L * n),
                List.of(new Signal(kind, product().id().value(), 1))));
      }
    }
    return events;
  }

  /** Few are wanted by many. */
  private Product product() {
    double skewed = Math.pow(random.nextDouble(), 3);
    return catalog.at((int) (skewed * Math.min(catalog.size(), 20_000)));
  }

  /** Somebody with a history of 20 views, tastes, and perhaps orders. */
  Shopper shopper() {
    List<Touched> viewed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      viewed.add(new Touched(product().id(), 1, now.minusSeconds(3_600L * (i + 1))));
    }
    List<Affinity> taste = new ArrayList<>();
    List<Category> categories = catalog.categories();
    for (int i = 0; i < 6; i++) {
      String category = categories.get(random.nextInt(categories.size())).id().value();
      taste.add(new Affinity(Dimension.CATEGORY, category, 1.0 / (i + 2)));
    }
    int orders = random.nextInt(6);
    Profile profile =
        new Profile(
            1,
            Lifecycle.RETURNING,
            40,
            4,
            orders,
            Map.of("USD", 5_000L * orders),
            List.of(),
            taste,
            taste.subList(0, 2),
            viewed,
            viewed.subList(0, 3),
            viewed.subList(5, 8),
            viewed.subList(8, 10),
            List.of(),
            Habits.NONE,
            Set.of(),
            null,
            now.minusSeconds(9_000_000),
            now.minusSeconds(60L * random.nextInt(100_000)));
    return new Shopper(
        "", Asker.nobody(), Consent.byDefault(Consent.State.GRANTED), profile, profile);
  }
}
