package dev.attune.events.segment;

import dev.attune.events.OrderLine;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Products of events, in Segment's words ({@code products}) and in GA4's ({@code items}). */
final class Lines {
  private Lines() {}

  /** All products that the event lists. */
  static List<OrderLine> all(Fields properties) {
    return items(properties).stream().map(item -> line(item, properties)).toList();
  }

  /** The products that the event is about: the one of its own fields, else all of its items. */
  static List<OrderLine> about(Fields properties) {
    boolean own = Stream.of("product_id", "sku", "item_id", "id").anyMatch(properties::has);
    List<OrderLine> items = own ? List.of() : all(properties);
    return items.isEmpty() ? List.of(line(properties, properties)) : items;
  }

  /** What the order brought without shipping and tax, as far as the event says. */
  static @Nullable Money revenue(Fields properties, List<OrderLine> lines) {
    for (String name : List.of("revenue", "value", "subtotal")) {
      if (properties.has(name)) {
        return Amounts.money(properties, name, properties);
      }
    }
    return properties.has("total") ? net(properties) : sum(properties, lines);
  }

  private static @Nullable Money net(Fields properties) {
    Money total = Objects.requireNonNull(Amounts.money(properties, "total", properties));
    BigDecimal rest = total.amount();
    for (String part : List.of("shipping", "tax")) {
      rest = properties.has(part) ? rest.subtract(Amounts.amount(properties, part)) : rest;
    }
    int digits = total.currency().getDefaultFractionDigits();
    BigDecimal rounded = rest.max(BigDecimal.ZERO).setScale(digits, RoundingMode.HALF_UP);
    return Money.of(rounded, total.currency());
  }

  private static @Nullable Money sum(Fields properties, List<OrderLine> lines) {
    try {
      return sum(lines);
    } catch (ArithmeticException tooMuch) {
      String list = properties.field(properties.has("products") ? "products" : "items");
      throw new AttuneException(
          ErrorCode.INVALID_PRICE, list, list + " must add up to an amount that can be paid");
    }
  }

  /**
   * @throws ArithmeticException when it is more than a number of minor units can be
   */
  private static @Nullable Money sum(List<OrderLine> lines) {
    Money sum = null;
    for (OrderLine line : lines) {
      Money price = line.price();
      if (price == null || (sum != null && !sum.currency().equals(price.currency()))) {
        return null;
      }
      Money cost = price.times(line.quantity());
      sum = sum == null ? cost : sum.plus(cost);
    }
    return sum;
  }

  /** What was paid back, null where the event does not say. */
  static @Nullable Money refund(Fields properties) {
    for (String name : List.of("amount", "revenue", "value", "total", "subtotal")) {
      if (properties.has(name)) {
        return Amounts.money(properties, name, properties);
      }
    }
    return null;
  }

  private static List<Fields> items(Fields properties) {
    return properties.children("products", "items");
  }

  private static OrderLine line(Fields item, Fields properties) {
    String[] names =
        item.path().contains(".items[")
            ? new String[] {"item_id", "product_id", "id", "sku"}
            : new String[] {"product_id", "item_id", "id", "sku"};
    String sent = item.requiredId(names);
    String product =
        GlobalId.local(NodeType.PRODUCT, sent)
            .orElseThrow(
                () ->
                    new AttuneException(
                        ErrorCode.INVALID_IDENTIFIER,
                        item.field(names[0]),
                        item.field(names[0]) + " must be the id of a product"));
    Money price = Amounts.money(item, "price", properties);
    return new OrderLine(product, item.id("sku"), item.quantity(), price);
  }
}
