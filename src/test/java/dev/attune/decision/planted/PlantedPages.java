package dev.attune.decision.planted;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionIds;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Place;
import dev.attune.decision.Slot;
import dev.attune.decision.offer.OfferLimits;
import dev.attune.experiments.exposure.ExposureLog;
import dev.attune.identity.Asker;
import dev.attune.ingest.health.EventGates;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.privacy.Consent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.record.DecisionLog;
import dev.attune.record.RecordedDecision;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Decides for people of whom the tests know what they will do. */
final class PlantedPages {
  /** How much less a place is looked at than the first: place r counts 1/r^eta. */
  static final double ETA = .8;

  private final CatalogSnapshot catalog;
  private final Models models;
  private final LastDecision last = new LastDecision();
  private final DecisionPipeline pipeline;

  /**
   * @param exploring the share of lists that explore
   */
  PlantedPages(CatalogSnapshot catalog, Models models, double exploring) {
    this.catalog = catalog;
    this.models = models;
    this.pipeline =
        new DecisionPipeline(
            last,
            ExposureLog.NOWHERE,
            new DecisionIds(),
            () -> exploring,
            OfferLimits.STATED,
            new SimpleMeterRegistry());
  }

  /** How likely a place is looked at, from 0 on. */
  static double looked(int place) {
    return Math.pow(place + 1, -ETA);
  }

  Decided decide(Slot slot, Profile profile, Instant now, int first) {
    return pipeline.decide(slot, Ask.of(page(profile, now), first));
  }

  /** As it was recorded last. */
  RecordedDecision recorded() {
    return last.decision.orElseThrow();
  }

  DecisionContext page(Profile profile, Instant now) {
    return new DecisionContext(
        new Shopper("", Asker.nobody(), Consent.byDefault(Consent.State.GRANTED), profile, profile),
        Place.ANYWHERE,
        now,
        catalog,
        catalog,
        models,
        Merchandise.EMPTY,
        Gates.OPEN,
        EventGates.OPEN,
        false);
  }

  private static final class LastDecision implements DecisionLog {
    private Optional<RecordedDecision> decision = Optional.empty();

    @Override
    public void append(RecordedDecision recorded) {
      decision = Optional.of(recorded);
    }

    @Override
    public Uni<Optional<RecordedDecision>> find(String id) {
      return Uni.createFrom().item(decision);
    }
  }
}
