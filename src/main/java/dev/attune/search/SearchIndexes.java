package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Holds the search index in use; a new one replaces it when it is complete, never before. */
@ApplicationScoped
public class SearchIndexes {
  private final Executor workers;
  private final AtomicReference<@Nullable CatalogSnapshot> wanted = new AtomicReference<>();
  private volatile SearchIndex current = SearchIndex.EMPTY;

  @Inject
  SearchIndexes() {
    this(Infrastructure.getDefaultWorkerPool());
  }

  SearchIndexes(Executor workers) {
    this.workers = workers;
  }

  /** The index that was completed last. */
  public SearchIndex current() {
    return current;
  }

  /**
   * The index for this catalog, or the one before it while this one is being built on a worker. The
   * very first one is waited for.
   */
  public SearchIndex forCatalog(CatalogSnapshot catalog) {
    SearchIndex now = current;
    if (now.version().equals(catalog.version())) {
      return now;
    }
    if (now == SearchIndex.EMPTY) {
      rebuild(catalog);
      return current;
    }
    @Nullable CatalogSnapshot before = wanted.getAndSet(catalog);
    if (before == null) {
      workers.execute(this::buildWanted);
    }
    return now;
  }

  /** Builds the index for this catalog now, on this thread, and puts it to use. */
  public synchronized void rebuild(CatalogSnapshot catalog) {
    if (!current.version().equals(catalog.version())) {
      current = SearchIndex.of(catalog);
    }
  }

  private void buildWanted() {
    boolean finished = false;
    try {
      @Nullable CatalogSnapshot next = wanted.get();
      while (next != null) {
        rebuild(next);
        next = wanted.compareAndSet(next, null) ? null : wanted.get();
      }
      finished = true;
    } finally {
      if (!finished) {
        wanted.set(null); // a catalog that cannot be indexed must not keep later ones out
      }
    }
  }
}
