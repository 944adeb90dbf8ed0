package dev.attune.merchandising.condition;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.platform.money.Money;
import dev.attune.profile.DiscountAffinity;
import dev.attune.profile.Paid;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shopper as conditions see them, at an instant.
 *
 * @param profile what may be used of them
 * @param device DESKTOP, MOBILE, TABLET or APP, null when unknown or of no visit in particular
 * @param country ISO 3166-1 alpha-2, null likewise
 * @param campaign the utm_campaign, null likewise
 */
public record ShopperSeen(
    Profile profile,
    CatalogSnapshot catalog,
    Instant now,
    @Nullable String device,
    @Nullable String country,
    @Nullable String campaign) {
  /** Somebody who is not on a visit. */
  public static ShopperSeen away(Profile profile, CatalogSnapshot catalog, Instant now) {
    return new ShopperSeen(profile, catalog, now, null, null, null);
  }

  public Facts facts() {
    return ShopperField.of(this);
  }

  long ordersWithin(int days) {
    return within(days).count();
  }

  Map<String, Long> spentWithin(int days) {
    Map<String, Long> spent = new HashMap<>();
    within(days)
        .forEach(
            order -> order.minor().forEach((code, paid) -> spent.merge(code, paid, Long::sum)));
    return spent;
  }

  long silentDays() {
    @Nullable Instant last = profile.lastSeen();
    return last == null ? -1 : Math.max(0, Duration.between(last, now).toDays());
  }

  long cartItems() {
    return profile.cart().stream().mapToLong(Touched::count).sum();
  }

  double discountAffinity() {
    return DiscountAffinity.of(profile, catalog).share();
  }

  private Stream<Paid> within(int days) {
    Instant since = now.minus(Duration.ofDays(days));
    return profile.lastOrders().stream().filter(order -> !order.at().isBefore(since));
  }

  static double major(String currency, long minor) {
    return Money.currency(currency)
        .map(known -> new Money(minor, known).amount().doubleValue())
        .orElse(0.0);
  }
}
