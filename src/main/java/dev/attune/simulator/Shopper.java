package dev.attune.simulator;

import dev.attune.simulator.SimulatedTruth.Person;
import dev.attune.simulator.Simulator.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A person with devices and habits: visits in a weekly rhythm, mails, things that run out. */
final class Shopper {
  private static final double REGISTERS_ON_A_VISIT = 0.12;
  private static final double OPENS_MAIL = 0.3;
  private static final double CLICKS_OPENED_MAIL = 0.25;

  final Person person;
  final SplittableRandom random;
  private final List<Device> devices;
  private final Instant since;
  private final double visitsPerDay;
  private final Map<String, String> favourites = new HashMap<>();
  private final Set<String> signedIn = new HashSet<>();
  private final TreeMap<Instant, SimulatedProduct> runningOut = new TreeMap<>();
  private boolean registered;

  Shopper(
      Person person,
      List<Device> devices,
      Instant since,
      double visitsPerDay,
      SplittableRandom random) {
    this.person = person;
    this.devices = devices;
    this.since = since;
    this.visitsPerDay = visitsPerDay;
    this.random = random;
  }

  List<Device> devices() {
    return List.copyOf(devices);
  }

  /** Lets another person use the first device too. */
  Device shareDevice() {
    devices.set(0, devices.get(0).asShared());
    return devices.get(0);
  }

  /** Everything this person begins on the day that starts at {@code day}. */
  void live(Instant day, World world) {
    if (day.plus(Duration.ofDays(1)).isBefore(since)) {
      return;
    }
    readMail(day, world);
    Instant tomorrow = day.plus(Duration.ofDays(1));
    while (!runningOut.isEmpty() && runningOut.firstKey().isBefore(tomorrow)) {
      SimulatedProduct product = runningOut.pollFirstEntry().getValue();
      new Visit(this, device(), World.moment(day, random), Optional.empty(), world)
          .buyAgain(product);
    }
    double expected = visitsPerDay * World.busyness(day);
    int visits = (int) expected + (random.nextDouble() < expected % 1 ? 1 : 0);
    for (int i = 0; i < visits; i++) {
      Optional<Campaign> campaign =
          random.nextDouble() < 0.2 ? Optional.of(ad(world)) : Optional.empty();
      new Visit(this, device(), World.moment(day, random), campaign, world).browse();
    }
  }

  /** Probability of a click on a product that is looked at, whatever its position. */
  double attraction(SimulatedProduct product, double priceLevel) {
    double brand =
        person.favouriteBrands().contains(product.brand()) ? person.persona().brandLoyalty() : 1;
    double price = StrictMath.exp(-Math.abs(priceLevel - person.persona().pricePosition()));
    return Math.min(0.9, 0.32 * brand * price);
  }

  /** Where under a top category this person looks; every other time at the favourite place. */
  String category(String top, Shelf shelf) {
    String favourite = favourites.computeIfAbsent(top, name -> shelf.category(name, random));
    return random.nextBoolean() ? favourite : shelf.category(top, random);
  }

  /** The user id for a visit on a device, or empty when it stays anonymous. */
  Optional<String> signIn(Device device) {
    if (device.signsIn() && random.nextDouble() < REGISTERS_ON_A_VISIT) {
      register();
    }
    if (!registered || !device.signsIn()) {
      return Optional.empty();
    }
    if (device.shared()) {
      return random.nextDouble() < 0.7 ? person.userId() : Optional.empty();
    }
    if (signedIn.contains(device.anonymousId()) || random.nextDouble() < 0.5) {
      return person.userId();
    }
    return Optional.empty();
  }

  /** Whether a sign-in on this device is worth an {@code identify}: the first, or after others. */
  boolean introduces(Device device) {
    return signedIn.add(device.anonymousId()) || device.shared();
  }

  void register() {
    registered = person.userId().isPresent();
  }

  void usesUp(SimulatedProduct product, Instant bought, Duration rhythm) {
    if (random.nextDouble() < 0.75) {
      long seconds = (long) (rhythm.toSeconds() * (0.85 + 0.3 * random.nextDouble()));
      runningOut.put(bought.plusSeconds(seconds), product);
    }
  }

  private void readMail(Instant day, World world) {
    Duration rhythm = world.settings().mailRhythm();
    long age = Duration.between(world.settings().from(), day).toDays();
    boolean mailed = registered && !person.deniesConsent() && age % rhythm.toDays() == 1;
    if (!mailed || random.nextDouble() >= OPENS_MAIL) {
      return;
    }
    Campaign campaign = new Campaign("newsletter", "email", "letter-" + age / rhythm.toDays());
    Instant opened = World.moment(day, random);
    world.outbox().send(opened, mail("Email Opened", campaign));
    if (random.nextDouble() < CLICKS_OPENED_MAIL) {
      Instant clicked = opened.plusSeconds(random.nextInt(4, 90));
      world.outbox().send(clicked, mail("Email Link Clicked", campaign));
      new Visit(this, device(), clicked.plusSeconds(2), Optional.of(campaign), world).browse();
    }
  }

  private Map<String, Object> mail(String event, Campaign campaign) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "track");
    fields.put("userId", person.userId().orElseThrow());
    fields.put("event", event);
    fields.put("properties", new TreeMap<>(Map.of("email_id", campaign.name())));
    fields.put("context", new TreeMap<>(Map.of("campaign", campaign.fields())));
    return fields;
  }

  private Campaign ad(World world) {
    String top = world.shelf().top(person.persona(), random);
    boolean social = random.nextBoolean();
    return social
        ? new Campaign("instagram", "social", Shelf.handle(List.of(top)))
        : new Campaign("google", "cpc", Shelf.handle(List.of(top)));
  }

  private Device device() {
    return devices.get(random.nextDouble() < 0.65 ? 0 : random.nextInt(devices.size()));
  }

  /** Where a visit came from, in the words of {@code utm_} parameters. */
  record Campaign(String source, String medium, String name) {
    Map<String, Object> fields() {
      return new TreeMap<>(Map.of("source", source, "medium", medium, "name", name));
    }
  }
}
