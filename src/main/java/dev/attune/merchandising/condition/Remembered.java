package dev.attune.merchandising.condition;

import dev.attune.catalog.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of products, whoever looks at them. It may forget at any time and takes no
 * locks: a page asks for thousands of products, and a cache that keeps an order of use took a sixth
 * of what rules cost a page.
 *
 * @param <T> what is remembered of one product
 */
public final class Remembered<T> {
  /** Products that are remembered at most: a reference each, and what was found out. */
  private static final int PLACES = 1 << 16;

  /**
   * Where a product may be, side by side. With one place each a quarter of 10,000 products drove
   * each other out in turns, which took a tenth of a page with rules.
   */
  private static final int WAYS = 4;

  /** How long it holds: ages and the categories above a product change unseen. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final AtomicReferenceArray<@Nullable Known<T>> places =
      new AtomicReferenceArray<>(PLACES);

  private record Known<T>(Product product, long turn, T found) {}

  /** Null where it was not found out, or not at that time. */
  @SuppressWarnings("ReferenceEquality") // another object of the same product is another catalog's
  public @Nullable T of(Product product, Instant now) {
    long turn = turn(now);
    int first = first(product);
    for (int place = first; place < first + WAYS; place++) {
      @Nullable Known<T> known = places.get(place);
      if (known != null && known.product == product) {
        return known.turn == turn ? known.found : null;
      }
    }
    return null;
  }

  /** Remembers in the place of the same product, else of what is out of date, else of any. */
  @SuppressWarnings("ReferenceEquality") // as above
  public void keep(Product product, Instant now, T found) {
    long turn = turn(now);
    int first = first(product);
    int chosen = first + (System.identityHashCode(product) >>> 20) % WAYS;
    for (int place = first + WAYS - 1; place >= first; place--) {
      @Nullable Known<T> known = places.get(place);
      if (known != null && known.product == product) {
        chosen = place;
        break;
      }
      if (known == null || known.turn != turn) {
        chosen = place;
      }
    }
    places.set(chosen, new Known<>(product, turn, found));
  }

  private static int first(Product product) {
    return System.identityHashCode(product) * WAYS & (PLACES - 1);
  }

  private static long turn(Instant now) {
    return now.getEpochSecond() / KEPT.toSeconds();
  }
}
