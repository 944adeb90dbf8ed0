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
  /** Products that are remembered at most. */
  private static final int PLACES = 1 << 15;

  /** How long it holds: ages and the categories above a product change unseen. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final AtomicReferenceArray<@Nullable Known<T>> places =
      new AtomicReferenceArray<>(PLACES);

  private record Known<T>(Product product, long turn, T found) {}

  /** Null where it was not found out, or not at that time. */
  @SuppressWarnings("ReferenceEquality") // another object of the same product is another catalog's
  public @Nullable T of(Product product, Instant now) {
    @Nullable Known<T> known = places.get(place(product));
    return known != null && known.product == product && known.turn == turn(now)
        ? known.found
        : null;
  }

  public void keep(Product product, Instant now, T found) {
    places.set(place(product), new Known<>(product, turn(now), found));
  }

  private static int place(Product product) {
    return System.identityHashCode(product) & (PLACES - 1);
  }

  private static long turn(Instant now) {
    return now.getEpochSecond() / KEPT.toSeconds();
  }
}
