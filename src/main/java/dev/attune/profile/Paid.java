package dev.attune.profile;

import java.time.Instant;
import java.util.Map;

/**
 * One order.
 *
 * @param minor what was paid and not refunded, in minor units by currency code
 * @param reduced a coupon or a discount made it cheaper
 */
public record Paid(Instant at, Map<String, Long> minor, boolean reduced) {
  public Paid {
    minor = Map.copyOf(minor);
  }
}
