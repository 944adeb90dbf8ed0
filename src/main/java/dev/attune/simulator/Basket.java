package dev.attune.simulator;

import dev.attune.simulator.Plantings.Companion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What a visit collects, and how far it goes towards an order. */
final class Basket {
  private static final BigDecimal FREE_DELIVERY_FROM = BigDecimal.valueOf(75);
  private static final BigDecimal DELIVERY = new BigDecimal("6.90");
  private static final BigDecimal TAX = new BigDecimal("0.08");

  private final Visit visit;
  private final SplittableRandom random;
  private final String id;
  private final List<SimulatedProduct> items = new ArrayList<>();

  Basket(Visit visit) {
    this.visit = visit;
    random = visit.random;
    id = String.format("%08x", random.nextInt());
  }

  /** Takes what was viewed, likelier when it is cheap for its category and the person minds. */
  void consider(SimulatedProduct product) {
    double sensitivity = visit.shopper.person.priceSensitivity();
    double level = visit.world.shelf().priceLevel(product);
    if (random.nextDouble() < 0.45 * StrictMath.exp(-0.8 * sensitivity * level)) {
      add(product);
    } else if (random.nextDouble() < 0.05) {
      visit.track("Product Added to Wishlist", path(product), Shelf.described(product));
    }
  }

  /** Adds one of a product that was viewed, and what it was planted to bring along. */
  void add(SimulatedProduct product) {
    put(product);
    for (Companion companion : visit.world.plantings().companions()) {
      if (!companion.product().equals(product.id())
          || random.nextDouble() >= companion.probability()) {
        continue;
      }
      Optional<SimulatedProduct> other = visit.world.shelf().product(companion.companion());
      if (other.isPresent() && !items.contains(other.get())) {
        visit.view(other.get(), Map.of());
        put(other.get());
      }
    }
  }

  /** Goes to the cart and on, some steps or all. */
  void finish(boolean determined) {
    if (items.size() > 1 && random.nextDouble() < 0.08) {
      SimulatedProduct removed = items.remove(random.nextInt(items.size()));
      visit.track("Product Removed", "/cart", line(removed));
    }
    if (items.isEmpty() || !determined && random.nextDouble() >= 0.75) {
      return;
    }
    visit.track("Cart Viewed", "/cart", cart());
    if (!determined && random.nextDouble() >= 0.7) {
      return;
    }
    Map<String, Object> checkout = order();
    checkout.remove("order_id");
    visit.track("Checkout Started", "/checkout", checkout);
    double lift = visit.shopper.person.treated() ? visit.world.settings().treatmentLift() : 0;
    if (determined || random.nextDouble() < 0.66 * (1 + lift)) {
      complete();
    }
  }

  private void complete() {
    Map<String, Object> order = order();
    visit.shopper.register();
    visit.track("Order Completed", "/checkout/thanks", order);
    for (SimulatedProduct item : items) {
      Duration rhythm = visit.world.plantings().rhythms().get(item.id());
      if (rhythm != null) {
        visit.shopper.usesUp(item, visit.now(), rhythm);
      }
    }
    if (random.nextDouble() < 0.05) {
      Duration later = Duration.ofMinutes(random.nextInt(3 * 1440, 15 * 1440));
      visit.trackLater("Order Refunded", later, order);
    }
  }

  private void put(SimulatedProduct product) {
    if (!items.contains(product)) {
      items.add(product);
      visit.track("Product Added", path(product), line(product));
    }
  }

  private Map<String, Object> line(SimulatedProduct product) {
    Map<String, Object> line = Shelf.described(product);
    line.put("quantity", 1);
    line.put("cart_id", id);
    return line;
  }

  private Map<String, Object> cart() {
    Map<String, Object> cart = new TreeMap<>();
    cart.put("cart_id", id);
    cart.put("products", items.stream().map(this::line).toList());
    return cart;
  }

  private Map<String, Object> order() {
    BigDecimal subtotal =
        items.stream().map(SimulatedProduct::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean free = subtotal.compareTo(FREE_DELIVERY_FROM) >= 0;
    BigDecimal shipping = free ? BigDecimal.ZERO.setScale(2) : DELIVERY;
    BigDecimal tax = subtotal.multiply(TAX).setScale(2, RoundingMode.HALF_UP);
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("checkout_id", "checkout-" + id);
    order.put("order_id", "order-" + id);
    order.put("subtotal", subtotal);
    order.put("revenue", subtotal);
    order.put("shipping", shipping);
    order.put("tax", tax);
    order.put("total", subtotal.add(shipping).add(tax));
    order.put("currency", items.get(0).currency());
    order.put("products", items.stream().map(this::line).toList());
    return order;
  }

  private static String path(SimulatedProduct product) {
    return "/p/" + product.id();
  }
}
