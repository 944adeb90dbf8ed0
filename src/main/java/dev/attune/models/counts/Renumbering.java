package dev.attune.models.counts;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.SparseRows;
import java.util.Arrays;
import java.util.List;

/** From the product numbers of one catalog to those of another, -1 for products that are gone. */
final class Renumbering {
  private final int[] to;
  private final int[] from;

  Renumbering(List<ProductId> old, ProductOrdinals now) {
    to = old.stream().mapToInt(now::of).toArray();
    from = new int[now.size()];
    Arrays.fill(from, -1);
    for (int item = 0; item < to.length; item++) {
      if (to[item] >= 0) {
        from[to[item]] = item;
      }
    }
  }

  int size() {
    return from.length;
  }

  int of(int item) {
    return to[item];
  }

  /** Those that are left, in the same order. */
  int[] each(int[] items) {
    return Arrays.stream(items).map(this::of).filter(item -> item >= 0).toArray();
  }

  int[] byProduct(int[] values) {
    return Arrays.stream(from).map(item -> item < 0 ? 0 : values[item]).toArray();
  }

  long[] byProduct(long[] values) {
    return Arrays.stream(from).mapToLong(item -> item < 0 ? 0 : values[item]).toArray();
  }

  SparseRows rows(SparseRows old) {
    SparseRows.Builder rows = new SparseRows.Builder(from.length);
    for (int item : from) {
      if (item >= 0) {
        old.each(
            item,
            (other, weight) -> {
              if (to[other] >= 0) {
                rows.add(to[other], weight);
              }
            });
      }
      rows.endRow();
    }
    return rows.build();
  }
}
