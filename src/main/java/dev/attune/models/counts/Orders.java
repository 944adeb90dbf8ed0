package dev.attune.models.counts;

import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Touch;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * In how many orders each leaf category stands.
 *
 * @param all orders with any of it
 * @param several orders with more than one of it
 */
public record Orders(Map<String, Integer> all, Map<String, Integer> several)
    implements Serializable {
  public Orders {
    all = new TreeMap<>(all);
    several = new TreeMap<>(several);
  }

  /** What one shopper bought in the same second is one order. */
  static Orders of(Interactions log) {
    Orders orders = new Orders(Map.of(), Map.of());
    Map<String, Integer> open = new HashMap<>();
    log.eachShopper(
        rows -> {
          int second = -1;
          for (int row = rows.from(); row < rows.to(); row++) {
            if (log.touch(row) == Touch.BUY) {
              if (log.second(row) != second) {
                orders.close(open);
                second = log.second(row);
              }
              log.products()
                  .product(log.item(row))
                  .mainCategory()
                  .ifPresent(kind -> open.merge(kind.toString(), 1, Integer::sum));
            }
          }
          orders.close(open);
        });
    return orders;
  }

  private void close(Map<String, Integer> open) {
    open.forEach(
        (kind, pieces) -> {
          all.merge(kind, 1, Integer::sum);
          several.merge(kind, pieces > 1 ? 1 : 0, Integer::sum);
        });
    open.clear();
  }

  Orders plus(Orders other) {
    return new Orders(Sums.of(all, other.all), Sums.of(several, other.several));
  }

  void write(ShipmentWriter out) {
    out.counts(all);
    out.counts(several);
  }

  static Orders read(ShipmentReader in) {
    return new Orders(in.counts(), in.counts());
  }
}
