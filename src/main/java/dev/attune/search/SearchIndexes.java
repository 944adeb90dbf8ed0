package dev.attune.search;

import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.models.Popularity;
import dev.attune.models.registry.ModelsReady;
import dev.attune.platform.work.BackgroundWork;
import dev.attune.search.column.Demand;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Holds the search indexes in use, one for each market's view of the catalog; a new one replaces
 * its predecessor when it is complete, never before.
 */
@ApplicationScoped
public class SearchIndexes {
  /** So many changed products are indexed in less than a tenth of a second; decision 008. */
  private static final int AT_ONCE = 1_000;

  /** So that what can wait finds that an index is being made. */
  private static final int BEFORE_OTHERS = 100;

  private final Executor workers;
  private final @Nullable Path directory;
  private final Clock clock;
  private final Map<String, ViewIndex> views = new ConcurrentHashMap<>();
  private final AtomicReference<Demand> demand = new AtomicReference<>(Demand.of(Popularity.NONE));
  private volatile String shown = "";

  @Inject
  SearchIndexes(SearchSettings settings, Clock clock, BackgroundWork work) {
    this(
        work::urgent,
        settings.directory() == SearchSettings.Place.DISK ? settings.path() : null,
        clock);
  }

  SearchIndexes(Executor workers) {
    this(workers, null, Clock.systemUTC());
  }

  /**
   * @param directory null for indexes on the heap
   */
  public SearchIndexes(Executor workers, @Nullable Path directory, Clock clock) {
    this.workers = workers;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Indexes a new version as soon as it is there, in every view that somebody has searched; a small
   * change before whoever made it is answered, and the prices and the stock of a large one.
   */
  void follow(@Observes @Priority(BEFORE_OTHERS) CatalogChanged changed) {
    shown = changed.shown().view();
    follow(view(changed.shown()), changed.shown());
    followSearched(changed.snapshot());
    changed.views().forEach(this::followSearched);
  }

  private void followSearched(CatalogSnapshot seen) {
    @Nullable ViewIndex view = views.get(seen.view());
    if (view != null && view.complete() && !seen.view().equals(shown)) {
      follow(view, seen);
    }
  }

  private void follow(ViewIndex view, CatalogSnapshot catalog) {
    if (view.isNear(catalog, AT_ONCE)) {
      view.update(catalog);
    } else if (view.complete()) {
      view.wanted(catalog, workers);
    } else {
      view.want(catalog, workers);
    }
  }

  /** Puts the products of every view in the order of what models know that shoppers want. */
  void follow(@Observes ModelsReady ready) {
    follow(Demand.of(ready.models().popularity()));
  }

  void follow(Demand next) {
    demand.set(next);
    views.values().forEach(view -> view.current().order(next));
  }

  /** Lets go of what nobody uses any more. */
  @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void retire() {
    views.values().forEach(ViewIndex::retire);
  }

  void stop(@Observes ShutdownEvent stopping) {
    close();
  }

  /** Lets go of all indexes and their directories. */
  public void close() {
    views.values().forEach(ViewIndex::close);
    views.clear();
  }

  /** The index of what is shown without a market, as it was completed last. */
  public SearchIndex current() {
    @Nullable ViewIndex view = views.get(shown);
    return view == null ? SearchIndex.EMPTY : view.current();
  }

  /** Whether there is a complete index of what is shown without a market. */
  boolean complete() {
    @Nullable ViewIndex view = views.get(shown);
    return view != null && view.complete();
  }

  /**
   * The index for this catalog, or the one before it, at this one's prices and stock, while this
   * one is being made by a worker. The very first one of a view is waited for, and a small change.
   */
  public SearchIndex forCatalog(CatalogSnapshot catalog) {
    return view(catalog).forCatalog(catalog, AT_ONCE, workers);
  }

  /** Whether {@link #forCatalog} answers at once for this catalog's view. */
  public boolean has(CatalogSnapshot catalog) {
    @Nullable ViewIndex view = views.get(catalog.view());
    return view != null && view.answersAtOnce(catalog);
  }

  /** Makes the index for this catalog now, on this thread, and puts it to use. */
  public void rebuild(CatalogSnapshot catalog) {
    view(catalog).update(catalog);
  }

  private ViewIndex view(CatalogSnapshot catalog) {
    return views.computeIfAbsent(
        catalog.view(),
        view ->
            new ViewIndex(directory == null ? null : below(directory, view), clock, demand::get));
  }

  private static Path below(Path directory, String view) {
    String name = view.replaceAll("[^A-Za-z0-9-]+", "_");
    return directory.resolve(name.isEmpty() ? "default" : "view-" + name);
  }
}
