package dev.attune.simulator;

import dev.attune.simulator.Shopper.Campaign;
import dev.attune.simulator.Simulator.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One session on one device: landing, lists, products, and perhaps an order. */
final class Visit {
  private static final Map<String, Object> REFUSAL =
      new TreeMap<>(Map.of("advertising", false, "analytics", false, "personalization", false));

  final World world;
  final Shopper shopper;
  final SplittableRandom random;
  private final Device device;
  private final Optional<Campaign> campaign;
  private final Optional<String> userId;
  private final Basket basket;
  private Instant now;

  Visit(Shopper shopper, Device device, Instant start, Optional<Campaign> campaign, World world) {
    this.shopper = shopper;
    this.device = device;
    this.campaign = campaign;
    this.world = world;
    random = shopper.random;
    now = start;
    userId = shopper.signIn(device);
    basket = new Basket(this);
  }

  /** Looks around in up to three categories, then buys what is in the basket, or not. */
  void browse() {
    land("/");
    int looks = 1 + (random.nextDouble() < 0.45 ? 1 : 0) + (random.nextDouble() < 0.2 ? 1 : 0);
    for (int i = 0; i < looks; i++) {
      lookAround();
    }
    basket.finish(false);
  }

  /** Comes for one thing that has run out. */
  void buyAgain(SimulatedProduct product) {
    land("/p/" + product.id());
    view(product, Map.of());
    basket.add(product);
    basket.finish(true);
  }

  void track(String event, String path, Map<String, Object> properties) {
    Map<String, Object> fields = envelope("track", path);
    fields.put("event", event);
    fields.put("properties", properties);
    world.outbox().send(now, fields);
    pause(3, 40);
  }

  /** What happens to this visit's order after it has ended. */
  void trackLater(String event, Duration later, Map<String, Object> properties) {
    Map<String, Object> fields = envelope("track", "/account/orders");
    fields.put("event", event);
    fields.put("properties", properties);
    world.outbox().send(now.plus(later), fields);
  }

  void view(SimulatedProduct product, Map<String, Object> more) {
    Map<String, Object> properties = Shelf.described(product);
    properties.putAll(more);
    track("Product Viewed", "/p/" + product.id(), properties);
  }

  Instant now() {
    return now;
  }

  private void land(String path) {
    Map<String, Object> page = envelope("page", path);
    page.put("properties", new TreeMap<>(Map.of("path", path)));
    world.outbox().send(now, page);
    pause(1, 6);
    if (userId.isPresent() && shopper.introduces(device)) {
      Map<String, Object> identify = envelope("identify", "/account");
      identify.put("traits", new TreeMap<>(Map.of("email", userId.get() + "@mail.example")));
      world.outbox().send(now, identify);
      pause(2, 9);
    }
    if (world.settings().treatmentLift() != 0) {
      Map<String, Object> experiment = new TreeMap<>();
      experiment.put("experiment_id", "simulated-lift");
      experiment.put("variation_id", shopper.person.treated() ? "treatment" : "control");
      track("Experiment Viewed", path, experiment);
    }
  }

  private void lookAround() {
    String top = world.shelf().top(shopper.person.persona(), random);
    String category = shopper.category(top, world.shelf());
    List<String> path = List.of(category.split(" > "));
    List<SimulatedProduct> page = world.shelf().page(top, category, random);
    boolean searched = random.nextDouble() < 0.2;
    if (searched) {
      String sought = random.nextBoolean() ? path.get(path.size() - 1) : page.get(0).title();
      String query = sought.toLowerCase(Locale.ROOT);
      track("Products Searched", "/search", new TreeMap<>(Map.of("query", query)));
    }
    String listId = searched ? "search" : Shelf.handle(path);
    track("Product List Viewed", "/c/" + Shelf.handle(path), Shelf.listed(listId, category, page));
    if (random.nextDouble() < 0.1) {
      Map<String, Object> filtered = Shelf.listed(listId, category, page);
      String brand = page.get(0).brand();
      filtered.put("filters", List.of(new TreeMap<>(Map.of("type", "brand", "value", brand))));
      filtered.remove("products");
      track("Product List Filtered", "/c/" + Shelf.handle(path), filtered);
    }
    for (int rank = 1; rank <= page.size(); rank++) {
      lookAt(page.get(rank - 1), rank, listId);
    }
  }

  private void lookAt(SimulatedProduct product, int rank, String listId) {
    double seen = StrictMath.pow(rank, -world.settings().positionBias());
    double liked = shopper.attraction(product, world.shelf().priceLevel(product));
    if (random.nextDouble() >= seen * liked) {
      return;
    }
    Map<String, Object> clicked = Shelf.described(product);
    clicked.put("position", rank);
    clicked.put("list_id", listId);
    track("Product Clicked", "/p/" + product.id(), clicked);
    view(product, Map.of("position", rank));
    basket.consider(product);
  }

  private Map<String, Object> envelope(String type, String path) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", type);
    fields.put("anonymousId", device.anonymousId());
    userId.ifPresent(id -> fields.put("userId", id));
    Map<String, Object> context = device.context(path);
    campaign.ifPresent(from -> context.put("campaign", from.fields()));
    if (shopper.person.deniesConsent()) {
      context.put("consent", Map.of("categoryPreferences", REFUSAL));
    }
    fields.put("context", context);
    return fields;
  }

  private void pause(int fromSeconds, int toSeconds) {
    now = now.plusMillis(random.nextInt(fromSeconds * 1000, toSeconds * 1000));
  }
}
