package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.search.column.Demand;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The index of one market's view of the catalog, and its next version while that is made. */
final class ViewIndex {
  private static final Logger LOG = Logger.getLogger(ViewIndex.class);

  /** No request holds an index for so long. */
  private static final Duration IN_USE = Duration.ofSeconds(30);

  private final @Nullable Path directory;
  private final Clock clock;
  private final Supplier<Demand> demand;
  private final AtomicReference<@Nullable CatalogSnapshot> wanted = new AtomicReference<>();
  private final Deque<Replaced> replaced = new ArrayDeque<>();
  private final Object bridging = new Object();
  private volatile SearchIndex current = SearchIndex.EMPTY;
  private volatile @Nullable Bridge bridge;

  /**
   * What answers while a version's index is being made.
   *
   * @param index {@code before} at that version's prices and stock
   */
  private record Bridge(SearchIndex before, String version, SearchIndex index) {}

  private record Replaced(SearchIndex index, SearchIndex successor, Instant at) {}

  /**
   * @param demand by which products are put in order before anybody asks
   */
  ViewIndex(@Nullable Path directory, Clock clock, Supplier<Demand> demand) {
    this.directory = directory;
    this.clock = clock;
    this.demand = demand;
  }

  SearchIndex current() {
    return current;
  }

  boolean complete() {
    return current != SearchIndex.EMPTY;
  }

  /** Whether it is complete and this catalog differs from its own in so many products at most. */
  boolean isNear(CatalogSnapshot catalog, int most) {
    return complete() && Changes.few(current.catalog(), catalog, most);
  }

  /** Whether {@link #forCatalog} has nothing to do for this catalog. */
  boolean answersAtOnce(CatalogSnapshot catalog) {
    return complete() && (!isNewer(catalog) || bridged(catalog) != null);
  }

  /**
   * This catalog's index, or the one before it at this one's prices and stock while this one is
   * being made by a worker.
   *
   * @param most products that may differ for it to be made now
   */
  SearchIndex forCatalog(CatalogSnapshot catalog, int most, Executor workers) {
    if (!complete()) {
      update(catalog);
    } else if (isNewer(catalog)) {
      if (wanted.get() == null && isNear(catalog, most)) {
        update(catalog);
      } else {
        return wanted(catalog, workers);
      }
    }
    return current;
  }

  /** What answers for this catalog while a worker makes its index. */
  SearchIndex wanted(CatalogSnapshot catalog, Executor workers) {
    want(catalog, workers);
    return meanwhile(catalog);
  }

  @SuppressWarnings("ReferenceEquality") // a bridge stands on one index
  private SearchIndex meanwhile(CatalogSnapshot catalog) {
    @Nullable SearchIndex known = bridged(catalog);
    if (known != null) {
      return known;
    }
    synchronized (bridging) {
      SearchIndex before = current;
      known = bridged(catalog);
      if (known != null || !isNewer(catalog)) {
        return known != null ? known : before;
      }
      SearchIndex index = before.offering(catalog);
      bridge = current == before ? new Bridge(before, catalog.version(), index) : null;
      return index;
    }
  }

  /** What is known to answer for this catalog, or for a later one, meanwhile. */
  @SuppressWarnings("ReferenceEquality") // a bridge stands on one index
  private @Nullable SearchIndex bridged(CatalogSnapshot catalog) {
    @Nullable Bridge now = bridge;
    if (now == null || now.before() != current) {
      return null;
    }
    boolean later =
        now.version().equals(catalog.version()) || older(catalog.version(), now.version());
    return later ? now.index() : null;
  }

  private boolean isNewer(CatalogSnapshot catalog) {
    SearchIndex now = current;
    return !now.version().equals(catalog.version()) && !older(catalog, now);
  }

  void want(CatalogSnapshot catalog, Executor workers) {
    if (wanted.getAndAccumulate(catalog, ViewIndex::later) == null) {
      workers.execute(this::makeWanted);
    }
  }

  private static CatalogSnapshot later(@Nullable CatalogSnapshot one, CatalogSnapshot other) {
    return one != null && older(other.version(), one.version()) ? one : other;
  }

  /** A request or a worker that began before the swap must not bring the old version back. */
  private static boolean older(CatalogSnapshot catalog, SearchIndex than) {
    return older(catalog.version(), than.version());
  }

  private static boolean older(String one, String other) {
    int order = Long.compare(number(one, 0), number(other, 0));
    return order < 0 || (order == 0 && edge(one) < edge(other));
  }

  /** When a price changed by the clock alone, behind a point; 0 where none did. */
  private static long edge(String version) {
    int end = digits(version, 0);
    return end < version.length() && version.charAt(end) == '.' ? number(version, end + 1) : 0;
  }

  private static long number(String version, int from) {
    int end = digits(version, from);
    return end == from ? 0 : Long.parseLong(version.substring(from, end));
  }

  private static int digits(String version, int from) {
    int end = from;
    while (end < version.length() && end < from + 18 && Character.isDigit(version.charAt(end))) {
      end++;
    }
    return end;
  }

  private void makeWanted() {
    boolean finished = false;
    try {
      @Nullable CatalogSnapshot next = wanted.get();
      while (next != null) {
        update(next);
        next = wanted.compareAndSet(next, null) ? null : wanted.get();
        if (next != null) {
          meanwhile(next); // else a request would make what answers for it
        }
      }
      finished = true;
    } finally {
      if (!finished) {
        wanted.set(null); // a catalog that cannot be indexed must not keep later ones out
      }
    }
  }

  /** Makes the index for this catalog now, on this thread, and puts it to use if it is newer. */
  synchronized void update(CatalogSnapshot catalog) {
    SearchIndex before = current;
    if (complete() && (before.version().equals(catalog.version()) || older(catalog, before))) {
      return;
    }
    SearchIndex next = complete() ? following(before, catalog) : SearchIndex.of(catalog, directory);
    next.order(demand.get());
    synchronized (bridging) {
      current = next;
      bridge = null;
    }
    next.order(demand.get()); // another one may not have known of this index yet
    if (before != SearchIndex.EMPTY) {
      replaced.add(new Replaced(before, next, clock.instant()));
    }
    retire();
  }

  /** Gives back the indexes that were replaced long enough ago: a whole catalog may hang on one. */
  synchronized void retire() {
    Instant now = clock.instant();
    while (!replaced.isEmpty() && replaced.peek().at().plus(IN_USE).isBefore(now)) {
      Replaced last = replaced.remove();
      last.index().retire(last.successor());
    }
  }

  private static SearchIndex following(SearchIndex before, CatalogSnapshot catalog) {
    try {
      return before.at(catalog);
    } catch (UncheckedIOException | AlreadyClosedException failed) {
      LOG.errorf(failed, "The search index cannot be updated; a new one goes on the heap");
      return SearchIndex.of(catalog);
    }
  }

  synchronized void close() {
    if (complete()) {
      current.close();
    }
  }
}
