package dev.attune.graphql.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.attune.catalog.ProductId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The personal orders that first pages were given, so that the pages after them go on in the same
 * one, whatever the shopper or the catalog does in between. A replica that does not know an order
 * decides it again.
 */
@ApplicationScoped
class GivenOrders {
  /** Of 200 shared ids at most, so that all of them take less than 20 MB. */
  private static final int MOST = 20_000;

  private static final Duration KEPT = Duration.ofMinutes(15);

  private final Cache<String, List<ProductId>> orders =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

  void keep(String name, List<ProductId> order) {
    orders.put(name, List.copyOf(order));
  }

  Optional<List<ProductId>> of(String name) {
    return Optional.ofNullable(orders.getIfPresent(name));
  }
}
