package dev.attune.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatorTest {
  private static final SimulatorSettings SETTINGS = SimulatorSettings.defaults();
  private static final Simulator SIMULATOR = new Simulator(Traffic.assortment(), SETTINGS);
  private static final List<JsonNode> EVENTS = Traffic.of(SIMULATOR);

  @Test
  void makesTheSameBytesFromTheSameSeed() {
    Simulator again = new Simulator(Traffic.assortment(), SETTINGS);

    assertEquals(SIMULATOR.events().toList(), again.events().toList());
    assertEquals(SIMULATOR.truth(), again.truth());
  }

  @Test
  void makesOtherEventsFromAnotherSeed() {
    Simulator other = new Simulator(Traffic.assortment(), SETTINGS.withSeed(2));

    assertNotEquals(SIMULATOR.events().limit(100).toList(), other.events().limit(100).toList());
  }

  @Test
  void arrivesInOrder() {
    List<SimulatedEvent> arrivals = SIMULATOR.events().toList();
    List<SimulatedEvent> sorted = new ArrayList<>(arrivals);
    sorted.sort(Comparator.comparing(SimulatedEvent::receivedAt));

    assertEquals(sorted, arrivals);
  }

  @Test
  void happensWithinTheSettingsTime() {
    for (JsonNode event : EVENTS) {
      Instant at = Instant.parse(event.get("timestamp").asText());
      assertFalse(at.isBefore(SETTINGS.from()), event::toString);
      assertTrue(at.isBefore(SETTINGS.until()), event::toString);
    }
  }

  @Test
  void deliversSomeEventsLateAndSomeTwice() {
    List<SimulatedEvent> arrivals = SIMULATOR.events().toList();
    long late = arrivals.stream().filter(SimulatorTest::isLate).count();

    assertEquals(SETTINGS.duplicateShare(), 1.0 * arrivals.size() / EVENTS.size() - 1, 0.004);
    assertEquals(SETTINGS.lateShare(), 1.0 * late / arrivals.size(), 0.004);
  }

  @Test
  void narrowsFromViewToOrder() {
    List<JsonNode> people = EVENTS.stream().filter(event -> !isBot(event)).toList();
    long views = Traffic.count(people, "Product Viewed");
    long added = Traffic.count(people, "Product Added");
    long checkouts = Traffic.count(people, "Checkout Started");
    long orders = Traffic.count(people, "Order Completed");
    long refunds = Traffic.count(people, "Order Refunded");

    assertTrue(views > added && added > checkouts, views + " " + added + " " + checkouts);
    assertTrue(checkouts > orders && orders > refunds, checkouts + " " + orders + " " + refunds);
    assertTrue(refunds > 0);
  }

  @Test
  void viewsMostlyThePlantedCategory() {
    SimulatedTruth truth = SIMULATOR.truth();
    Map<String, Map<String, Integer>> views = new HashMap<>();
    for (JsonNode event : EVENTS) {
      List<String> people =
          truth.peopleByAnonymousId().getOrDefault(event.path("anonymousId").asText(), List.of());
      if (people.size() != 1 || !event.path("event").asText().equals("Product Viewed")) {
        continue;
      }
      Persona persona = truth.people().get(people.get(0)).persona();
      String top = event.at("/properties/category").asText().split(" > ")[0];
      views.computeIfAbsent(persona.name(), name -> new HashMap<>()).merge(top, 1, Integer::sum);
    }

    for (Persona persona : truth.plantings().personas()) {
      Map<String, Integer> seen = views.get(persona.name());
      String most = seen.keySet().stream().max(Comparator.comparing(seen::get)).orElseThrow();
      assertEquals(persona.topCategory(), most, persona.name());
    }
  }

  @Test
  void clicksFallWithPositionByThePlantedExponent() {
    Map<Integer, Integer> shown = new HashMap<>();
    Map<Integer, Integer> clicked = new HashMap<>();
    for (JsonNode event : EVENTS) {
      if (event.path("event").asText().equals("Product List Viewed")) {
        event.at("/properties/products").forEach(p -> shown.merge(position(p), 1, Integer::sum));
      } else if (event.path("event").asText().equals("Product Clicked")) {
        clicked.merge(position(event.get("properties")), 1, Integer::sum);
      }
    }

    assertEquals(SETTINGS.positionBias(), -slope(shown, clicked), 0.12);
  }

  @Test
  void bringsPlantedCompanionsAlong() {
    SimulatedTruth truth = SIMULATOR.truth();
    Set<String> pairs = new HashSet<>();
    truth.plantings().companions().forEach(c -> pairs.add(c.product() + "|" + c.companion()));
    Map<String, Set<String>> carts = new HashMap<>();
    for (JsonNode event : EVENTS) {
      if (event.path("event").asText().equals("Product Added")) {
        String cart = event.at("/properties/cart_id").asText();
        String product = event.at("/properties/product_id").asText();
        carts.computeIfAbsent(cart, id -> new HashSet<>()).add(product);
      }
    }
    long chances = 0;
    long together = 0;
    for (Set<String> cart : carts.values()) {
      for (String pair : pairs) {
        String[] ids = pair.split("\\|");
        chances += cart.contains(ids[0]) ? 1 : 0;
        together += cart.contains(ids[0]) && cart.contains(ids[1]) ? 1 : 0;
      }
    }

    assertEquals(0.35, 1.0 * together / chances, 0.1);
  }

  @Test
  void sendsARefusalWithEverySiteEventOfThoseWhoDeny() {
    SimulatedTruth truth = SIMULATOR.truth();
    for (JsonNode event : EVENTS) {
      List<String> people =
          truth.peopleByAnonymousId().getOrDefault(event.path("anonymousId").asText(), List.of());
      if (people.size() == 1) {
        boolean denies = truth.people().get(people.get(0)).deniesConsent();
        assertEquals(denies, event.at("/context/consent").isObject(), event::toString);
      }
    }
  }

  @Test
  void ordersMoreOftenUnderALift() {
    SimulatorSettings lifted = SETTINGS.withTreatmentLift(0.5);
    List<JsonNode> events = Traffic.of(new Simulator(Traffic.assortment(), lifted));

    assertTrue(Traffic.count(events, "Experiment Viewed") > 0);
    assertTrue(Traffic.count(events, "Order Completed") > Traffic.count(EVENTS, "Order Completed"));
  }

  @Test
  void letsSeveralPeopleSignInOnASharedDevice() {
    Map<String, Set<String>> users = new HashMap<>();
    for (JsonNode event : EVENTS) {
      if (event.has("anonymousId") && event.has("userId")) {
        String device = event.get("anonymousId").asText();
        users.computeIfAbsent(device, id -> new HashSet<>()).add(event.get("userId").asText());
      }
    }
    Map<String, List<String>> people = SIMULATOR.truth().peopleByAnonymousId();

    assertTrue(users.values().stream().anyMatch(ids -> ids.size() > 1));
    users.forEach((device, ids) -> assertTrue(ids.size() <= people.get(device).size(), device));
  }

  @Test
  void attributesNoBotToAPerson() {
    List<JsonNode> bots = EVENTS.stream().filter(SimulatorTest::isBot).toList();
    Map<String, List<String>> people = SIMULATOR.truth().peopleByAnonymousId();

    assertFalse(bots.isEmpty());
    for (JsonNode event : bots) {
      assertEquals(List.of(), people.get(event.get("anonymousId").asText()));
      assertFalse(event.has("userId"));
    }
  }

  private static boolean isBot(JsonNode event) {
    return event.at("/context/device/type").asText().equals("bot");
  }

  private static boolean isLate(SimulatedEvent arrival) {
    Instant at = Instant.parse(Traffic.parsed(arrival.json()).get("timestamp").asText());
    return Duration.between(at, arrival.receivedAt()).compareTo(Duration.ofMinutes(11)) > 0;
  }

  private static int position(JsonNode node) {
    return node.get("position").asInt();
  }

  /** Least squares of log click rate on log position, weighted by the clicks. */
  private static double slope(Map<Integer, Integer> shown, Map<Integer, Integer> clicked) {
    double weight = 0;
    double meanX = 0;
    double meanY = 0;
    for (int rank : clicked.keySet()) {
      double w = clicked.get(rank);
      weight += w;
      meanX += w * Math.log(rank);
      meanY += w * Math.log(w / shown.get(rank));
    }
    meanX /= weight;
    meanY /= weight;
    double covariance = 0;
    double variance = 0;
    for (int rank : clicked.keySet()) {
      double w = clicked.get(rank);
      double x = Math.log(rank) - meanX;
      covariance += w * x * (Math.log(w / shown.get(rank)) - meanY);
      variance += w * x * x;
    }
    return covariance / variance;
  }
}
