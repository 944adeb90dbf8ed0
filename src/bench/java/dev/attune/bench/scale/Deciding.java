package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionIds;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Place;
import dev.attune.decision.offer.OfferLimits;
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
import java.util.Optional;

/** The gateway's own way to decide, without a log and without what is tried out. */
final class Deciding {
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

  Deciding(CatalogSnapshot catalog, Models models, Instant now) {
    this.catalog = catalog;
    this.models = models;
    this.now = now;
  }

  DecisionPipeline pipeline() {
    return pipeline;
  }

  /** A page for this shopper. */
  DecisionContext page(Shopper shopper, Merchandise merchandise) {
    return new DecisionContext(
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
