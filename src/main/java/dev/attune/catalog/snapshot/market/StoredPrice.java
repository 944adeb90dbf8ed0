package dev.attune.catalog.snapshot.market;

import dev.attune.platform.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a variant costs and when, in one currency.
 *
 * @param from first instant of the sale, null where it has always been
 * @param until first instant after the sale, null where it never ends
 */
public record StoredPrice(
    @Nullable Money regular,
    @Nullable Money sale,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Money cost) {

  /** What is asked for it at this instant. */
  public @Nullable Money at(Instant now) {
    return onSale(now) ? sale : regular;
  }

  public boolean onSale(Instant now) {
    return sale != null
        && (from == null || !now.isBefore(from))
        && (until == null || now.isBefore(until));
  }
}
