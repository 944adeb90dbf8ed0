package dev.attune.graphql.request;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.catalog.health.HealthMonitor;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Place;
import dev.attune.experiments.exposure.ExposureLog;
import dev.attune.experiments.store.Experiments;
import dev.attune.identity.Asker;
import dev.attune.ingest.health.EventHealthMonitor;
import dev.attune.merchandising.Merchandising;
import dev.attune.models.ModelRegistry;
import dev.attune.privacy.Consent;
import dev.attune.profile.Exposed;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import dev.attune.profile.Shoppers;
import dev.attune.search.SearchIndexes;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads who, where and when, in one round trip. */
@ApplicationScoped
public class PageLoader {
  private static final Logger LOG = Logger.getLogger(PageLoader.class);

  /** A shopper who takes longer to load is served as a stranger. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Shoppers shoppers;
  private final Catalog catalog;
  private final ModelRegistry models;
  private final Merchandising merchandising;
  private final Experiments experiments;
  private final ExposureLog exposures;
  private final Clock clock;
  private final MeterRegistry meters;
  private final HealthMonitor health;
  private final EventHealthMonitor events;
  private final SearchIndexes indexes;
  private final Vertx vertx;

  PageLoader(
      Shoppers shoppers,
      Catalog catalog,
      ModelRegistry models,
      Merchandising merchandising,
      Experiments experiments,
      ExposureLog exposures,
      Clock clock,
      MeterRegistry meters,
      HealthMonitor health,
      EventHealthMonitor events,
      SearchIndexes indexes,
      Vertx vertx) {
    this.shoppers = shoppers;
    this.catalog = catalog;
    this.models = models;
    this.merchandising = merchandising;
    this.experiments = experiments;
    this.exposures = exposures;
    this.clock = clock;
    this.meters = meters;
    this.health = health;
    this.events = events;
    this.indexes = indexes;
    this.vertx = vertx;
  }

  /** The page as it is now. */
  public Uni<DecisionContext> load(Asker asker, Place where) {
    Instant now = clock.instant();
    // Asked for before the store is: what is no longer waiting then is in the store.
    List<Exposed> waiting = exposures.waiting(asker);
    return shoppers
        .load(asker.in(where.market().country()), now)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(shopper -> new Known(shopper.seeing(waiting), false))
        .onFailure()
        .recoverWithItem(failed -> new Known(stranger(asker, failed), true))
        .flatMap(known -> market(where.market()).map(seen -> context(known, where, now, seen)));
  }

  /** A market's first page waits on a worker for its prices, its texts and their index. */
  private Uni<CatalogSnapshot> market(Market market) {
    if (catalog.has(market)) {
      CatalogSnapshot seen = catalog.snapshot(market);
      if (indexes.has(seen)) {
        return Uni.createFrom().item(seen);
      }
    }
    return vertx.executeBlocking(
        Uni.createFrom()
            .item(
                () -> {
                  CatalogSnapshot seen = catalog.snapshot(market);
                  indexes.forCatalog(seen);
                  return seen;
                }),
        /* ordered= */ false);
  }

  private record Known(Shopper shopper, boolean degraded) {}

  private Shopper stranger(Asker asker, Throwable failed) {
    meters.counter("attune.shoppers.degraded").increment();
    LOG.errorf(failed, "The customer store did not answer; serving a stranger");
    return new Shopper(
        "", asker, Consent.byDefault(Consent.State.DENIED), Profile.NOBODY, Profile.NOBODY);
  }

  private DecisionContext context(Known known, Place where, Instant now, CatalogSnapshot seen) {
    Shopper shopper = known.shopper();
    DecisionContext page =
        new DecisionContext(
            shopper,
            where,
            now,
            seen,
            catalog.snapshot(),
            models.current().in(where.market().country()),
            merchandising.current(),
            health.gates(),
            events.gates(),
            known.degraded());
    return page.in(
        experiments
            .current()
            .trials(shopper, where.market().country(), page.rules().segments()::inAny));
  }
}
