package dev.attune.profile.view;

import dev.attune.platform.money.Money;
import dev.attune.profile.Lifecycle;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * The facts that decide where a shopper stands.
 *
 * @param visitedBefore there was a session before the one that is going on
 * @param spentMinor money spent in minor units by currency code
 * @param silence since the last event
 */
record Standing(boolean visitedBefore, int orders, Map<String, Long> spentMinor, Duration silence) {

  Lifecycle lifecycle(ProfileSettings settings) {
    if (orders == 0) {
      return visitedBefore ? Lifecycle.RETURNING : Lifecycle.NEW;
    }
    if (silence.compareTo(settings.lapsedAfter()) > 0) {
      return Lifecycle.LAPSED;
    }
    if (silence.compareTo(settings.lapsingAfter()) > 0) {
      return Lifecycle.LAPSING;
    }
    if (orders >= settings.vipOrders() || spentMuch(settings.vipSpend())) {
      return Lifecycle.VIP;
    }
    if (orders >= settings.loyalOrders()) {
      return Lifecycle.LOYAL;
    }
    return orders == 1 ? Lifecycle.ONE_TIME_BUYER : Lifecycle.RETURNING;
  }

  private boolean spentMuch(long threshold) {
    return spentMinor.entrySet().stream()
        .anyMatch(
            entry ->
                Money.currency(entry.getKey())
                    .map(currency -> new Money(entry.getValue(), currency).amount())
                    .filter(amount -> amount.compareTo(BigDecimal.valueOf(threshold)) >= 0)
                    .isPresent());
  }
}
