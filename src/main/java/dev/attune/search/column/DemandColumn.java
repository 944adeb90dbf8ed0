package dev.attune.search.column;

import dev.attune.catalog.CatalogSnapshot;
import org.jspecify.annotations.Nullable;

/** Demand for every row, read once for each stamp; good for versions with the same rows. */
final class DemandColumn {
  private volatile @Nullable Known known;

  private record Known(Object stamp, float[] ofRow) {}

  float[] of(CatalogSnapshot catalog, Demand demand) {
    @Nullable Known now = known;
    if (now == null || now.stamp() != demand.stamp()) {
      float[] ofRow = new float[catalog.size()];
      for (int row = 0; row < ofRow.length; row++) {
        ofRow[row] = (float) demand.applyAsDouble(catalog.at(row).id());
      }
      now = new Known(demand.stamp(), ofRow);
      known = now;
    }
    return now.ofRow();
  }
}
