package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Demand for every row, read once for each stamp; good for versions with the same rows. */
final class DemandColumn {
  private volatile @Nullable Known known;

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
    @Nullable Known now = known;
    if (now == null || now.stamp != demand.stamp()) {
      float[] ofRow = new float[catalog.size()];
      for (int row = 0; row < ofRow.length; row++) {
        ofRow[row] = (float) demand.applyAsDouble(catalog.at(row).id());
      }
      now = new Known(demand.stamp(), ofRow);
      known = now;
    }
    return now;
  }
}
