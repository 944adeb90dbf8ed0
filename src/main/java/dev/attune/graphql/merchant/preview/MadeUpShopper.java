package dev.attune.graphql.merchant.preview;

import dev.attune.catalog.ProductId;
import dev.attune.graphql.listing.Connections;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.preview.PreviewShopperInput.MadeUpShopperInput;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Habits;
import dev.attune.profile.Paid;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import dev.attune.profile.view.Standings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes up the profile of a shopper who does not exist. */
final class MadeUpShopper {
  private static final int MOST = 50;
  private static final BigDecimal RICHEST = new BigDecimal(1_000_000);
  private static final Duration DAY = Duration.ofDays(1);

  private MadeUpShopper() {}

  /** Somebody who was here yesterday and before. */
  static Profile profile(MadeUpShopperInput input, Instant now, Standings standings) {
    int orders = input.orders == null ? 0 : input.orders;
    Merchants.require(orders >= 0 && orders <= MOST, "as.madeUp.orders", "Orders are 0 to " + MOST);
    int reduced = input.reducedOrders == null ? 0 : input.reducedOrders;
    Merchants.require(
        reduced >= 0 && reduced <= orders,
        "as.madeUp.reducedOrders",
        "Of " + orders + " orders 0 to " + orders + " are reduced");
    List<Affinity> tastes = new ArrayList<>(shares(Dimension.CATEGORY, input.categories));
    tastes.addAll(shares(Dimension.BRAND, input.brands));
    Map<String, Long> spent = spent(input);
    Instant last = now.minus(DAY);
    return new Profile(
        1,
        standings.of(orders, spent, DAY),
        10,
        2 + orders,
        orders,
        spent,
        IntStream.range(0, orders)
            .mapToObj(
                i -> new Paid(last.minus(DAY.multipliedBy(i)), share(spent, orders), i < reduced))
            .toList(),
        tastes,
        List.of(),
        touched(input.viewed, last),
        List.of(),
        touched(input.bought, last),
        touched(input.cart, last),
        List.of(),
        Habits.NONE,
        Set.of(),
        null,
        now.minus(DAY.multipliedBy(MOST)),
        last);
  }

  private static Map<String, Long> spent(MadeUpShopperInput input) {
    @Nullable BigDecimal amount = Connections.number("as.madeUp.spent", input.spent);
    if (amount == null) {
      return Map.of();
    }
    String code = input.currency == null ? "USD" : input.currency;
    Currency currency = Money.currency(code).orElseThrow(() -> unknown(code));
    Merchants.require(
        amount.signum() >= 0 && amount.compareTo(RICHEST) <= 0,
        "as.madeUp.spent",
        "What was spent is 0 to " + RICHEST);
    long minor = amount.movePointRight(currency.getDefaultFractionDigits()).longValue();
    return Map.of(currency.getCurrencyCode(), minor);
  }

  private static AttuneException unknown(String code) {
    return new AttuneException(
        ErrorCode.INVALID_CURRENCY, "as.madeUp.currency", "'" + code + "' is no ISO 4217 currency");
  }

  /** What each of the orders came to. */
  private static Map<String, Long> share(Map<String, Long> spent, int orders) {
    return spent.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, all -> all.getValue() / orders));
  }

  /** The first has the largest share, each further one half of the one before. */
  private static List<Affinity> shares(Dimension dimension, @Nullable List<String> values) {
    List<String> loved = values == null ? List.of() : values;
    Merchants.require(loved.size() <= MOST, "as.madeUp", "At most " + MOST + " tastes");
    double whole = 2 - Math.pow(.5, loved.size() - 1.0);
    return IntStream.range(0, loved.size())
        .mapToObj(i -> new Affinity(dimension, loved.get(i), Math.pow(.5, i) / whole))
        .toList();
  }

  private static List<Touched> touched(@Nullable List<String> products, Instant at) {
    List<String> ids = products == null ? List.of() : products;
    Merchants.require(ids.size() <= MOST, "as.madeUp", "At most " + MOST + " products");
    return ids.stream()
        .flatMap(id -> GlobalId.local(NodeType.PRODUCT, id).stream())
        .map(id -> new Touched(new ProductId(id), 1, at))
        .toList();
  }
}
