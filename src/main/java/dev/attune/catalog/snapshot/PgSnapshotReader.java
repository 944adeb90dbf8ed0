package dev.attune.catalog.snapshot;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.absence.BackInStockSettings;
import dev.attune.catalog.relation.FittingModels;
import dev.attune.catalog.snapshot.market.MarketProducts;
import dev.attune.catalog.snapshot.market.MarketView;
import dev.attune.catalog.snapshot.market.OwnMoney;
import dev.attune.catalog.snapshot.market.PriceEdges;
import dev.attune.catalog.snapshot.market.PriceLists;
import dev.attune.catalog.snapshot.market.SnapshotViews;
import dev.attune.platform.database.Store;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.ShopCurrency;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the catalog, as it is at one moment, in one transaction. */
@ApplicationScoped
class PgSnapshotReader {
  private final javax.sql.DataSource store;
  private final Locale locale;
  private final BackInStockSettings backInStock;
  private final ShopCurrency currency;

  @Inject
  PgSnapshotReader(
      @DataSource(Store.CATALOG_NAME) javax.sql.DataSource store,
      @ConfigProperty(name = "attune.catalog.locale", defaultValue = "en") Locale locale,
      BackInStockSettings backInStock,
      ShopCurrency currency) {
    this.store = store;
    this.locale = locale;
    this.backInStock = backInStock;
    this.currency = currency;
  }

  /** The store's version now. */
  long version() {
    return inTransaction(connection -> new PgChanges(connection).version());
  }

  /** The catalog now, in the same views: only what has changed is read where that is known. */
  LoadedSnapshot after(LoadedSnapshot before, Instant now) {
    return inTransaction(
        connection -> {
          PgChanges changes = new PgChanges(connection);
          long version = changes.version();
          Optional<Set<ProductId>> changed = changes.since(before, version, now);
          PriceEdges edges = changes.edges(now);
          return changed.isPresent()
              ? changed(connection, before, version, edges, changed.get())
              : everything(connection, before, version, edges);
        });
  }

  /** A snapshot with one view more. */
  LoadedSnapshot with(LoadedSnapshot loaded, MarketView view) {
    return loaded.with(view, seen(loaded, view));
  }

  /** What a view sees of a snapshot. */
  CatalogSnapshot seen(LoadedSnapshot loaded, MarketView view) {
    return inTransaction(
        connection -> view(connection, loaded.home(), view, loaded.edges().asOf()));
  }

  /** What a view sees of some products of a snapshot. */
  List<Product> seen(LoadedSnapshot loaded, MarketView view, Set<ProductId> some) {
    return inTransaction(
        connection -> {
          MarketProducts products =
              new MarketProducts(
                  view, new PgMarkets(connection).said(view, some), loaded.edges().asOf());
          return some.stream()
              .flatMap(id -> loaded.home().product(id).stream())
              .flatMap(product -> products.of(product).stream())
              .toList();
        });
  }

  private LoadedSnapshot everything(
      Connection connection, LoadedSnapshot before, long version, PriceEdges edges)
      throws SQLException {
    CatalogSnapshot home = home(connection, before.home(), version, edges);
    Map<MarketView, CatalogSnapshot> views = new LinkedHashMap<>();
    for (MarketView view : before.views().keySet()) {
      views.put(view, view(connection, home, view, edges.asOf()));
    }
    PriceLists lists = new PgMarkets(connection).lists(null);
    return new LoadedSnapshot(home, version, edges, lists.in(money(home)), views);
  }

  private OwnMoney money(CatalogSnapshot home) {
    return OwnMoney.of(home.assortment().currencyCounts(), currency.get());
  }

  /** All of it; the draft, which is as large, ends with this method. */
  private CatalogSnapshot home(
      Connection connection, CatalogSnapshot before, long version, PriceEdges edges)
      throws SQLException {
    SnapshotDraft draft = new SnapshotDraft(before);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local work_mem = '64MB'"); // a million products are joined in it
    }
    new PgDraft(connection, draft, backInStock.shownFor()).all();
    List<Product> products =
        FittingModels.related(draft.products(edges.asOf(), elsewhere -> false));
    return new CatalogSnapshot(
        LoadedSnapshot.name(version, edges), products, draft.tree(products), locale);
  }

  private static CatalogSnapshot view(
      Connection connection, CatalogSnapshot home, MarketView view, Instant now)
      throws SQLException {
    return SnapshotViews.of(home, view, new PgMarkets(connection).said(view, null), now);
  }

  private LoadedSnapshot changed(
      Connection connection,
      LoadedSnapshot before,
      long version,
      PriceEdges edges,
      Set<ProductId> changed)
      throws SQLException {
    SnapshotDraft draft = new SnapshotDraft(before.home());
    new PgDraft(connection, draft, backInStock.shownFor()).of(changed);
    Optional<CatalogSnapshot> home =
        new SnapshotUpdate(before.home(), draft, changed)
            .at(LoadedSnapshot.name(version, edges), edges.asOf());
    if (home.isEmpty()) {
      return everything(connection, before, version, edges);
    }
    PgMarkets markets = new PgMarkets(connection);
    Map<MarketView, CatalogSnapshot> views = new LinkedHashMap<>();
    for (MarketView view : before.views().keySet()) {
      CatalogSnapshot seen =
          SnapshotViews.after(
              before.views().get(view),
              home.get(),
              changed,
              view,
              markets.said(view, changed),
              edges.asOf());
      views.put(view, seen);
    }
    PriceLists lists = before.lists().and(markets.lists(changed));
    return new LoadedSnapshot(home.get(), version, edges, lists.in(money(home.get())), views);
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = store.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction isolation level repeatable read read only");
        return work.in(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new AttuneException(
          new Rejection(ErrorCode.UNAVAILABLE, null, "The catalog store failed"), failed);
    }
  }

  private interface Work<T> {
    T in(Connection connection) throws SQLException;
  }
}
