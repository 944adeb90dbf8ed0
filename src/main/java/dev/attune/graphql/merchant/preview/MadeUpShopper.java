package dev.attune.graphql.merchant.preview;

import dev.attune.catalog.ProductId;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.preview.PreviewInputs.MadeUpShopperInput;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import dev.attune.profile.Lifecycle;
import dev.attune.profile.Paid;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes up the profile of a shopper who does not exist. */
final class MadeUpShopper {
  private static final int MOST = 50;
  private static final Duration DAY = Duration.ofDays(1);

  private MadeUpShopper() {}

  /** Somebody who was here yesterday and before. */
  static Profile profile(MadeUpShopperInput input, Instant now) {
    int orders = input.orders == null ? 0 : input.orders;
    Merchants.require(orders >= 0 && orders <= MOST, "as.madeUp.orders", "Orders are 0 to " + MOST);
    List<Affinity> tastes = new ArrayList<>(shares(Dimension.CATEGORY, input.categories));
    tastes.addAll(shares(Dimension.BRAND, input.brands));
    Instant last = now.minus(DAY);
    return new Profile(
        1,
        orders == 0
            ? Lifecycle.RETURNING
            : orders == 1 ? Lifecycle.ONE_TIME_BUYER : Lifecycle.LOYAL,
        10,
        2 + orders,
        orders,
        Map.of(),
        IntStream.range(0, orders)
            .mapToObj(i -> new Paid(last.minus(DAY.multipliedBy(i)), Map.of()))
            .toList(),
        tastes,
        List.of(),
        touched(input.viewed, last),
        List.of(),
        touched(input.bought, last),
        touched(input.cart, last),
        Set.of(),
        null,
        now.minus(DAY.multipliedBy(MOST)),
        last);
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
