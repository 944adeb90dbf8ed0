package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionIds;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Place;
import dev.attune.decision.offer.OfferLimits;
import dev.attune.decision.slot.BadgeSlot;
import dev.attune.decision.slot.CategoryOrderSlot;
import dev.attune.decision.slot.HeroSlot;
import dev.attune.decision.slot.HomeRails;
import dev.attune.decision.slot.OfferSlot;
import dev.attune.events.Signal;
import dev.attune.experiments.exposure.ExposureLog;
import dev.attune.identity.Asker;
import dev.attune.ingest.health.EventGates;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.models.TrainingEvent;
import dev.attune.privacy.Consent;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Lifecycle;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Touched;
import dev.attune.record.DecisionLog;
import dev.attune.record.RecordedDecision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What 1,000 live rules and 200 segments cost a home page, against the same page without. */
public final class RulesBenchmark {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int SHOPPERS = 2_000;
  private static final int PAGES = 4_000;

  private final CatalogSnapshot catalog;
  private final Models models;
  private final List<Shopper> shoppers = new ArrayList<>();
  private final DecisionPipeline pipeline =
      new DecisionPipeline(
          new Nowhere(),
          ExposureLog.NOWHERE,
          new DecisionIds(),
          () -> 0,
          OfferLimits.STATED,
          new SimpleMeterRegistry());

  private long badgeNanos;

  private RulesBenchmark(CatalogSnapshot catalog) {
    this.catalog = catalog;
    SplittableRandom random = new SplittableRandom(1);
    this.models = Models.train(catalog, events(random), NOW);
    for (int i = 0; i < SHOPPERS; i++) {
      shoppers.add(shopper(random));
    }
  }

  /**
   * @param args how many products, and the directory of the data
   */
  public static void main(String[] args) throws IOException {
    int n = Integer.parseInt(args[0]);
    CatalogSnapshot catalog = ManyProductsSnapshot.of(new ManyProducts(Path.of(args[1])), n);
    RulesBenchmark benchmark = new RulesBenchmark(catalog);
    Merchandise plain = Merchandise.EMPTY;
    long start = System.nanoTime();
    Merchandise ruled = ManyRules.in(catalog, 1_000, 200);
    System.out.printf(
        "%,d products; %,d rules and %,d segments compiled in %.2f s%n",
        n, ruled.book().size(), ruled.segments().size(), (System.nanoTime() - start) / 1e9);
    for (int round = 0; round < 3; round++) {
      benchmark.measure(plain, ruled);
    }
  }

  /** Pages with and without rules in turns, so that both meet the same machine. */
  private void measure(Merchandise plain, Merchandise ruled) {
    double[] without = new double[PAGES];
    double[] with = new double[PAGES];
    for (int i = 0; i < PAGES; i++) {
      Shopper shopper = shoppers.get(i % SHOPPERS);
      boolean first = i % 2 == 0;
      double one = millis(shopper, first ? plain : ruled);
      double other = millis(shopper, first ? ruled : plain);
      without[i] = first ? one : other;
      with[i] = first ? other : one;
    }
    Arrays.sort(without);
    Arrays.sort(with);
    System.out.printf(
        "home page: without p50 %.3f ms p99 %.3f ms, with p50 %.3f ms p99 %.3f ms;"
            + " more: p50 %.3f ms p99 %.3f ms; badges %.3f ms of it%n",
        at(without, .5),
        at(without, .99),
        at(with, .5),
        at(with, .99),
        at(with, .5) - at(without, .5),
        at(with, .99) - at(without, .99),
        badgeNanos / 1e6 / (2.0 * PAGES));
    badgeNanos = 0;
  }

  private double millis(Shopper shopper, Merchandise merchandise) {
    long start = System.nanoTime();
    DecisionContext page =
        new DecisionContext(
            shopper,
            Place.ANYWHERE,
            NOW,
            catalog,
            catalog,
            models,
            merchandise,
            Gates.OPEN,
            EventGates.OPEN,
            false);
    pipeline.decide(HeroSlot.HERO, Ask.of(page, 1));
    pipeline.decide(CategoryOrderSlot.CATEGORY_ORDER, Ask.of(page, 12));
    pipeline.decide(OfferSlot.OFFERS, Ask.of(page, 3));
    List<HomeRails.Rail> rails = HomeRails.decide(pipeline, page, 4, 12);
    long decided = System.nanoTime();
    List<ProductId> shown =
        rails.stream()
            .flatMap(rail -> rail.decided().subjects().stream())
            .map(subject -> new ProductId(subject.local()))
            .toList();
    pipeline.decide(BadgeSlot.BADGES, Ask.of(page, 3).among(shown));
    badgeNanos += System.nanoTime() - decided;
    return (System.nanoTime() - start) / 1e6;
  }

  private List<TrainingEvent> events(SplittableRandom random) {
    List<TrainingEvent> events = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      Instant at = NOW.minusSeconds(60_000 - i);
      Signal.Kind kind = i % 20 == 0 ? Signal.Kind.BUY : Signal.Kind.VIEW;
      events.add(
          new TrainingEvent(
              "o" + random.nextInt(3_000),
              at,
              List.of(new Signal(kind, product(random).id().value(), 1))));
    }
    return events;
  }

  /** Few are wanted by many. */
  private Product product(SplittableRandom random) {
    double skewed = Math.pow(random.nextDouble(), 3);
    return catalog.at((int) (skewed * Math.min(catalog.size(), 20_000)));
  }

  private Shopper shopper(SplittableRandom random) {
    List<Touched> viewed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      viewed.add(new Touched(product(random).id(), 1, NOW.minusSeconds(3_600L * (i + 1))));
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
            Set.of(),
            null,
            NOW.minusSeconds(9_000_000),
            NOW.minusSeconds(60L * random.nextInt(100_000)));
    return new Shopper(
        "", Asker.nobody(), Consent.byDefault(Consent.State.GRANTED), profile, profile);
  }

  private static double at(double[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))];
  }

  /** Keeps nothing. */
  private static final class Nowhere implements DecisionLog {
    @Override
    public void append(RecordedDecision decision) {}

    @Override
    public Uni<Optional<RecordedDecision>> find(String id) {
      return Uni.createFrom().item(Optional.empty());
    }
  }
}
