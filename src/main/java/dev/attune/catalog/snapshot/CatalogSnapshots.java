package dev.attune.catalog.snapshot;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogDelta;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.snapshot.market.MarketView;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot of this process: loaded before the application is ready, replaced as a whole when
 * the store's version or, at the edge of a sale, a price changes.
 */
@ApplicationScoped
public class CatalogSnapshots implements Catalog {
  private static final int BEFORE_OTHERS = 100;

  private final PgSnapshotReader store;
  private final Event<CatalogChanged> changes;
  private final Clock clock;
  private volatile LoadedSnapshot current = LoadedSnapshot.NOTHING;

  @Inject
  CatalogSnapshots(PgSnapshotReader store, Event<CatalogChanged> changes, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  void load(@Observes @Priority(BEFORE_OTHERS) StartupEvent started) {
    refresh();
  }

  @Override
  public CatalogSnapshot snapshot() {
    return current.home();
  }

  @Override
  public CatalogSnapshot snapshot(Market market) {
    LoadedSnapshot loaded = current;
    MarketView view = loaded.lists().view(market);
    @Nullable CatalogSnapshot seen = loaded.seen(view);
    return seen != null ? seen : begin(market);
  }

  @Override
  public CatalogSnapshot look(Market market) {
    LoadedSnapshot loaded = current;
    MarketView view = loaded.lists().view(market);
    @Nullable CatalogSnapshot priced = loaded.priced(view);
    return priced != null ? priced : store.seen(loaded, view);
  }

  @Override
  public List<Product> look(Market market, Set<ProductId> some) {
    LoadedSnapshot loaded = current;
    MarketView view = loaded.lists().view(market);
    @Nullable CatalogSnapshot priced = loaded.priced(view);
    return priced != null
        ? some.stream().flatMap(id -> priced.product(id).stream()).toList()
        : store.seen(loaded, view, some);
  }

  @Override
  public String view(Market market) {
    return current.lists().view(market).name();
  }

  @Override
  public boolean has(Market market) {
    LoadedSnapshot loaded = current;
    return loaded.seen(loaded.lists().view(market)) != null;
  }

  @Override
  public Set<Currency> currencies(Set<String> countries) {
    return current.lists().currencies(countries);
  }

  @Override
  public Set<Market> markets() {
    return current.lists().markets();
  }

  private synchronized CatalogSnapshot begin(Market market) {
    MarketView view = current.lists().view(market);
    @Nullable CatalogSnapshot seen = current.seen(view);
    if (seen == null) {
      current = store.with(current, view).counted();
      seen = Objects.requireNonNull(current.views().get(view));
    }
    return seen;
  }

  /** Whether a snapshot has been loaded. */
  boolean loaded() {
    return current.version() >= 0;
  }

  /**
   * Returns when the snapshot is at least as new as the store was at the call, and its observers
   * have heard of it. Blocks.
   *
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails; the
   *     snapshot stays
   */
  public synchronized void refresh() {
    Instant now = clock.instant();
    if (store.version() != current.version() || current.edges().passedBy(now)) {
      CatalogSnapshot before = current.home();
      current = shown(store.after(current, now)).counted();
      boolean another = isAnother(before, current.home());
      changes.fire(
          new CatalogChanged(
              current.home(), another, current.views().values(), snapshot(Market.HOME)));
    }
  }

  /** With what is shown where nobody names a market, for which no request shall wait. */
  private LoadedSnapshot shown(LoadedSnapshot loaded) {
    MarketView view = loaded.lists().view(Market.HOME);
    return loaded.seen(view) != null ? loaded : store.with(loaded, view);
  }

  /** Whether more than stock and prices is another. */
  private static boolean isAnother(CatalogSnapshot before, CatalogSnapshot after) {
    Optional<CatalogDelta> known = after.changesSince(before.version());
    return known.isEmpty()
        || !known.get().removed().isEmpty()
        || known.get().put().stream()
            .anyMatch(id -> isAnother(before.product(id), after.product(id)));
  }

  private static boolean isAnother(Optional<Product> before, Optional<Product> after) {
    return before.isEmpty()
        || after.isEmpty()
        || !stocked(before.get(), after.get()).equals(after.get())
        || !told(before.get()).equals(told(after.get()));
  }

  /** The product as it was, at the prices and the stock that it has now. */
  private static Product stocked(Product before, Product after) {
    return before.with(after.variants()).missed(after.absence());
  }

  /** What variants say beside their price and stock, and whether they say these at all. */
  private static List<List<Object>> told(Product product) {
    return product.variants().stream()
        .map(
            variant ->
                List.<Object>of(
                    variant.id(),
                    variant.title(),
                    variant.options(),
                    Optional.ofNullable(variant.cost()),
                    variant.price() == null,
                    variant.quantity() == null))
        .toList();
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void followSales() {
    refresh();
  }
}
