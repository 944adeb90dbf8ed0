package dev.attune.catalog.shelf;

import dev.attune.catalog.snapshot.CatalogSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes stock and prices in batches, each in one statement; all replicas show them within a second.
 * An import whose row is as it was leaves them alone, one whose row has changed writes over them.
 */
@ApplicationScoped
public class Shelf {
  private final PgShelf store;
  private final CatalogSnapshots snapshots;

  @Inject
  Shelf(PgShelf store, CatalogSnapshots snapshots) {
    this.store = store;
    this.snapshots = snapshots;
  }

  /**
   * What became of a batch.
   *
   * @param stored lines that changed something
   * @param unknown skus that no live variant has
   */
  public record Outcome(long stored, Set<String> unknown) {
    public Outcome {
      unknown = Set.copyOf(unknown);
    }
  }

  /**
   * Returns when the lines are stored and this process shows them. Of several lines about one
   * variant the last counts. Blocks.
   *
   * @throws dev.attune.platform.error.AttuneException UNAVAILABLE when the store fails; nothing has
   *     changed then
   */
  public Outcome stock(List<StockLine> lines) {
    Map<String, StockLine> last = new LinkedHashMap<>();
    lines.forEach(line -> last.put(line.sku(), line));
    return shown(store.stock(List.copyOf(last.values())));
  }

  /** As {@link #stock}; of several lines about one variant and market the last counts. */
  public Outcome prices(List<PriceLine> lines) {
    Map<List<String>, PriceLine> last = new LinkedHashMap<>();
    for (PriceLine line : lines) {
      String currency =
          Objects.requireNonNull(line.price().offer().regular()).currency().getCurrencyCode();
      String country = line.price().country() == null ? "" : line.price().country();
      last.put(List.of(line.sku(), currency, country), line);
    }
    return shown(store.prices(List.copyOf(last.values())));
  }

  private Outcome shown(Outcome outcome) {
    if (outcome.stored() > 0) {
      snapshots.refresh();
    }
    return outcome;
  }
}
