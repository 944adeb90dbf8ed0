package dev.attune.catalog.snapshot;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.snapshot.market.MarketView;
import dev.attune.catalog.snapshot.market.PriceEdges;
import dev.attune.catalog.snapshot.market.PriceLists;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot in every view that was asked for, and how long it holds.
 *
 * @param home the shop's own prices and texts
 * @param version the store's version that it was read at
 * @param views all but home's
 * @param nowhere the categories, where nothing has a price
 */
record LoadedSnapshot(
    CatalogSnapshot home,
    long version,
    PriceEdges edges,
    PriceLists lists,
    Map<MarketView, CatalogSnapshot> views,
    CatalogSnapshot nowhere) {
  /** Names a view of its own, which no market's is called: its index must not be home's. */
  private static final String NOWHERE = "@nowhere/";

  /** Before anything was read. */
  static final LoadedSnapshot NOTHING =
      new LoadedSnapshot(
          CatalogSnapshot.EMPTY,
          -1,
          new PriceEdges(Instant.MIN, null, null),
          PriceLists.NONE,
          Map.of(),
          CatalogSnapshot.EMPTY);

  LoadedSnapshot {
    views = Map.copyOf(views);
  }

  LoadedSnapshot(
      CatalogSnapshot home,
      long version,
      PriceEdges edges,
      PriceLists lists,
      Map<MarketView, CatalogSnapshot> views) {
    this(
        home,
        version,
        edges,
        lists,
        views,
        new CatalogSnapshot(home.version() + NOWHERE, List.of(), home.categories(), home.locale()));
  }

  /** What this view sees, null where it has to be read first. */
  @Nullable CatalogSnapshot seen(MarketView view) {
    if (view.isHome()) {
      return home;
    }
    return lists.sells(view.currency()) ? views.get(view) : nowhere;
  }

  /** What this view sees in whatever language, null where none has been read. */
  @Nullable CatalogSnapshot priced(MarketView view) {
    @Nullable CatalogSnapshot seen = seen(view);
    if (seen != null || (view.country() == null && view.currency() == null)) {
      return seen != null ? seen : home;
    }
    return views.entrySet().stream()
        .filter(other -> Objects.equals(other.getKey().country(), view.country()))
        .filter(other -> Objects.equals(other.getKey().currency(), view.currency()))
        .map(Map.Entry::getValue)
        .findAny()
        .orElse(null);
  }

  LoadedSnapshot with(MarketView view, CatalogSnapshot seen) {
    Map<MarketView, CatalogSnapshot> more = new LinkedHashMap<>(views);
    more.put(view, seen);
    return new LoadedSnapshot(home, version, edges, lists, more, nowhere);
  }

  /** The same, after counting what requests ask of all products: none of them shall wait for it. */
  LoadedSnapshot counted() {
    home.assortment();
    views.values().forEach(CatalogSnapshot::assortment);
    return this;
  }

  /** A price that has changed by the clock alone is told apart by the instant of that change. */
  static String name(long version, PriceEdges edges) {
    return edges.last() == null ? "" + version : version + "." + edges.last().getEpochSecond();
  }
}
