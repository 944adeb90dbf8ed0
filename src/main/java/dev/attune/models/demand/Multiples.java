package dev.attune.models.demand;

import dev.attune.catalog.CategoryId;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Kinds of products that people buy several of at once, as two shirts, by their leaf category. */
public final class Multiples {
  /** Nothing is known: one of a kind is enough. */
  public static final Multiples NONE = new Multiples(Set.of());

  /** A kind is bought in multiples when at least this share of its orders holds two of it. */
  private static final double SHARE = .2;

  /** Fewer orders say nothing. */
  private static final int FEWEST_ORDERS = 5;

  private final Set<CategoryId> kinds;

  private Multiples(Set<CategoryId> kinds) {
    this.kinds = Set.copyOf(kinds);
  }

  /** Counts, for each leaf category, in how many orders it stands, and in how many twice. */
  private static final class Orders {
    private final Map<CategoryId, Integer> orders = new HashMap<>();
    private final Map<CategoryId, Integer> several = new HashMap<>();
    private final Map<CategoryId, Integer> open = new HashMap<>();

    void close() {
      open.forEach(
          (kind, pieces) -> {
            orders.merge(kind, 1, Integer::sum);
            several.merge(kind, pieces > 1 ? 1 : 0, Integer::sum);
          });
      open.clear();
    }
  }

  /** What one shopper bought in the same second is one order. */
  public static Multiples of(Interactions log) {
    Orders orders = new Orders();
    log.eachShopper(
        rows -> {
          int second = -1;
          for (int row = rows.from(); row < rows.to(); row++) {
            if (log.touch(row) == Touch.BUY) {
              if (log.second(row) != second) {
                orders.close();
                second = log.second(row);
              }
              log.products()
                  .product(log.item(row))
                  .mainCategory()
                  .ifPresent(kind -> orders.open.merge(kind, 1, Integer::sum));
            }
          }
          orders.close();
        });
    Set<CategoryId> kinds = new HashSet<>();
    orders.orders.forEach(
        (kind, all) -> {
          if (all >= FEWEST_ORDERS && orders.several.getOrDefault(kind, 0) >= SHARE * all) {
            kinds.add(kind);
          }
        });
    return new Multiples(kinds);
  }

  /** Whether people buy several of this leaf category at once. */
  public boolean has(CategoryId kind) {
    return kinds.contains(kind);
  }
}
