package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
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
import dev.attune.experiments.exposure.ExposureLog;
import dev.attune.ingest.health.EventGates;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.profile.Shopper;
import dev.attune.record.DecisionLog;
import dev.attune.record.RecordedDecision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All decisions of a home page: hero, 12 categories, offers, 4 rails of 12 and their badges. */
final class HomePage {
  private final CatalogSnapshot catalog;
  private final Models models;
  private final Instant now;
  private final DecisionPipeline pipeline =
      new DecisionPipeline(
          new Nowhere(),
          ExposureLog.NOWHERE,
          new DecisionIds(),
          () -> 0,
          OfferLimits.STATED,
          new SimpleMeterRegistry());

  HomePage(CatalogSnapshot catalog, Models models, Instant now) {
    this.catalog = catalog;
    this.models = models;
    this.now = now;
  }

  /** How many products it shows. */
  int decide(Shopper shopper, Merchandise merchandise) {
    DecisionContext page =
        new DecisionContext(
            shopper,
            Place.ANYWHERE,
            now,
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
    List<ProductId> shown =
        rails.stream()
            .flatMap(rail -> rail.decided().subjects().stream())
            .map(subject -> new ProductId(subject.local()))
            .toList();
    pipeline.decide(BadgeSlot.BADGES, Ask.of(page, 3).among(shown));
    return shown.size();
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
