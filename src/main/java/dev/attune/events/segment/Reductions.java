package dev.attune.events.segment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Whether an order cost less than it might have. What cannot be read says nothing. */
final class Reductions {
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,4})?");

  private Reductions() {}

  /**
   * Whether a coupon or a discount took something off the order, or off one of its lines.
   *
   * @param lists the names under which lines may stand
   */
  static boolean of(Fields order, String... lists) {
    return lowered(order) || order.children(lists).stream().anyMatch(Reductions::lowered);
  }

  private static boolean lowered(Fields said) {
    JsonNode coupon = said.node().path("coupon");
    boolean redeemed = coupon.isTextual() && !coupon.textValue().isBlank();
    return redeemed || amount(said.node().path("discount")) > 0;
  }

  private static double amount(JsonNode discount) {
    String text = discount.isValueNode() ? discount.asText().strip() : "";
    return AMOUNT.matcher(text).matches() ? Double.parseDouble(text) : 0;
  }
}
