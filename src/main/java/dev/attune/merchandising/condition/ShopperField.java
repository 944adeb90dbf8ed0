package dev.attune.merchandising.condition;

import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a condition may ask of a shopper, and of how they came. */
public enum ShopperField {
  ORDERS("orders", SimpleType.INT, seen -> (long) seen.profile().orders()),
  ORDERS_30D("orders_30d", SimpleType.INT, seen -> seen.ordersWithin(30)),
  ORDERS_90D("orders_90d", SimpleType.INT, seen -> seen.ordersWithin(90)),
  ORDERS_365D("orders_365d", SimpleType.INT, seen -> seen.ordersWithin(365)),
  /** Money spent by currency code, in major units, without what was refunded. */
  SPENT("spent", money(), seen -> major(seen.profile().spentMinor())),
  SPENT_30D("spent_30d", money(), seen -> major(seen.spentWithin(30))),
  SPENT_90D("spent_90d", money(), seen -> major(seen.spentWithin(90))),
  SPENT_365D("spent_365d", money(), seen -> major(seen.spentWithin(365))),
  SESSIONS("sessions", SimpleType.INT, seen -> (long) seen.profile().sessions()),
  /** NEW, RETURNING, ONE_TIME_BUYER, LOYAL, VIP, LAPSING or LAPSED. */
  LIFECYCLE("lifecycle", SimpleType.STRING, seen -> seen.profile().lifecycle().name()),
  /** Whole days since the last event; -1 for somebody who never had any. */
  SILENT_DAYS("silent_days", SimpleType.INT, ShopperSeen::silentDays),
  /** Share of lasting interest by category handle, 0 to 1. */
  CATEGORIES("categories", shares(), seen -> shares(seen.profile().lasting(), Dimension.CATEGORY)),
  /** Share of lasting interest by brand, 0 to 1. */
  BRANDS("brands", shares(), seen -> shares(seen.profile().lasting(), Dimension.BRAND)),
  /** Share of this visit's interest by category handle, 0 to 1. */
  VISIT_CATEGORIES(
      "visit_categories", shares(), seen -> shares(seen.profile().session(), Dimension.CATEGORY)),
  /** Sizes that were looked at, bought or stated, the most wanted first. */
  SIZES("sizes", ListType.create(SimpleType.STRING), seen -> sizes(seen.profile().lasting())),
  /** Of the products looked at or bought, the share that is reduced now, 0 to 1. */
  DISCOUNT_AFFINITY("discount_affinity", SimpleType.DOUBLE, ShopperSeen::discountAffinity),
  /** Pieces in the cart. */
  CART_ITEMS("cart_items", SimpleType.INT, ShopperSeen::cartItems),
  /** The utm_campaign they came with, blank without one. */
  CAMPAIGN("campaign", SimpleType.STRING, seen -> text(seen.campaign())),
  /** DESKTOP, MOBILE, TABLET or APP, blank when unknown. */
  DEVICE("device", SimpleType.STRING, seen -> text(seen.device())),
  /** ISO 3166-1 alpha-2, blank when unknown. */
  COUNTRY("country", SimpleType.STRING, seen -> text(seen.country()));

  private static final String SIZE = "size=";

  private static final Map<String, ShopperField> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(one -> one.name, one -> one));

  private final String name;
  private final CelType type;
  private final Function<ShopperSeen, Object> value;

  ShopperField(String name, CelType type, Function<ShopperSeen, Object> value) {
    this.name = "shopper." + name;
    this.type = type;
    this.value = value;
  }

  /** What is known of this shopper; each field is worked out once. For one thread at a time. */
  static Facts of(ShopperSeen seen) {
    @Nullable Object[] values = new Object[BY_NAME.size()];
    return field -> {
      @Nullable ShopperField known = BY_NAME.get(field);
      if (known == null) {
        return null;
      }
      @Nullable Object value = values[known.ordinal()];
      if (value == null) {
        value = known.value.apply(seen);
        values[known.ordinal()] = value;
      }
      return value;
    };
  }

  /** As a condition names it, {@code shopper.orders}. */
  public String field() {
    return name;
  }

  CelType type() {
    return type;
  }

  private static CelType money() {
    return shares();
  }

  private static CelType shares() {
    return MapType.create(SimpleType.STRING, SimpleType.DOUBLE);
  }

  private static Map<String, Double> shares(List<Affinity> affinities, Dimension dimension) {
    return affinities.stream()
        .filter(affinity -> affinity.dimension() == dimension)
        .collect(Collectors.toMap(Affinity::value, Affinity::score, Math::max));
  }

  private static List<String> sizes(List<Affinity> affinities) {
    return affinities.stream()
        .filter(one -> one.dimension() == Dimension.ATTRIBUTE && one.value().startsWith(SIZE))
        .map(one -> one.value().substring(SIZE.length()))
        .toList();
  }

  private static Map<String, Double> major(Map<String, Long> minor) {
    return minor.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, one -> ShopperSeen.major(one.getKey(), one.getValue())));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
