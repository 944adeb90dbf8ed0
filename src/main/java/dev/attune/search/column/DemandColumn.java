package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Demand for every row, read once for each stamp; good for versions with the same rows. The last
 * two are kept: that of the models in use, and that of those that are about to be.
 */
final class DemandColumn {
  private volatile Kept kept = new Kept(null, null);

  private record Kept(@Nullable Known last, @Nullable Known before) {
    private @Nullable Known of(Object stamp) {
      if (last != null && last.stamp == stamp) {
        return last;
      }
      return before != null && before.stamp == stamp ? before : null;
    }
  }

  private static final class Known {
    private final Object stamp;
    private final float[] ofRow;
    private volatile @Nullable Order featured;
    private volatile @Nullable Order bestselling;

    Known(Object stamp, float[] ofRow) {
      this.stamp = stamp;
      this.ofRow = ofRow;
    }
  }

  /** Keeps this one longest of those that are known: it is in use, or is about to be. */
  void use(CatalogSnapshot catalog, Demand demand) {
    Known used = known(catalog, demand);
    synchronized (this) {
      if (kept.last() != used) {
        kept = new Kept(used, kept.last());
      }
    }
  }

  float[] of(CatalogSnapshot catalog, Demand demand) {
    return known(catalog, demand).ofRow;
  }

  /** By demand, then in the shop's order. */
  Order featured(CatalogSnapshot catalog, Demand demand) {
    Known now = known(catalog, demand);
    @Nullable Order order = now.featured;
    if (order == null) {
      order = Order.of(now.ofRow.length, row -> now.ofRow[row], row -> row);
      now.featured = order;
    }
    return order;
  }

  /** By demand, then by id. */
  Order bestselling(CatalogSnapshot catalog, Demand demand, IntUnaryOperator placeById) {
    Known now = known(catalog, demand);
    @Nullable Order order = now.bestselling;
    if (order == null) {
      order = Order.of(now.ofRow.length, row -> now.ofRow[row], placeById);
      now.bestselling = order;
    }
    return order;
  }

  private Known known(CatalogSnapshot catalog, Demand demand) {
    @Nullable Known now = kept.of(demand.stamp());
    return now == null ? keep(read(catalog, demand)) : now;
  }

  private static Known read(CatalogSnapshot catalog, Demand demand) {
    float[] ofRow = new float[catalog.size()];
    for (int row = 0; row < ofRow.length; row++) {
      ofRow[row] = (float) demand.applyAsDouble(catalog.at(row).id());
    }
    return new Known(demand.stamp(), ofRow);
  }

  /** Unless somebody else was faster. */
  private synchronized Known keep(Known read) {
    @Nullable Known other = kept.of(read.stamp);
    if (other != null) {
      return other;
    }
    kept = new Kept(read, kept.last());
    return read;
  }
}
