package dev.attune.events;

import dev.attune.events.Signal.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one event tells of a product in an order, as a text: however often an order is told of, a
 * set of these says what is in it.
 *
 * @param proven a customer's token or the secret key tells it
 * @param kind BUY, BOUGHT_VARIANT or RETURN
 * @param order stands for the order's id, as {@link #order(String)} has it
 * @param quantity how many of it the event tells of
 * @param subject product or sku, as the kind has it
 */
public record OrderPart(boolean proven, Kind kind, String order, long quantity, String subject) {
  /** By their place in the text, so the order never changes. */
  private static final List<Kind> KINDS = List.of(Kind.BUY, Kind.BOUGHT_VARIANT, Kind.RETURN);

  private static final Pattern TEXT =
      Pattern.compile("([pc])([0-2])/([0-9a-f]{1,16})/(\\d{1,12})/(.+)", Pattern.DOTALL);

  /** What stands for an order's id: long ids would leave no room for the product. */
  public static String order(String id) {
    UUID digest = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(digest.getMostSignificantBits());
  }

  /** {@code p0/3f2a…/2/shoe}: proven, bought, order, two, product. */
  public String text() {
    return String.join(
        "/", (proven ? "p" : "c") + KINDS.indexOf(kind), order, Long.toString(quantity), subject);
  }

  /** Reads what {@link #text()} wrote; empty for what it did not, or a later version did. */
  public static Optional<OrderPart> of(String text) {
    Matcher found = TEXT.matcher(text);
    return found.matches()
        ? Optional.of(
            new OrderPart(
                found.group(1).equals("p"),
                KINDS.get(Integer.parseInt(found.group(2))),
                found.group(3),
                Long.parseLong(found.group(4)),
                found.group(5)))
        : Optional.empty();
  }
}
