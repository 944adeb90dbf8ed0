package dev.attune.simulator;

import dev.attune.simulator.SimulatedTruth.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Everybody who comes, drawn from the seed; later people do not change earlier ones. */
final class Population {
  private static final double REGISTERS = 0.75;
  private static final double HAS_SECOND_DEVICE = 0.2;

  private final List<Shopper> shoppers = new ArrayList<>();
  private final List<Crawler> crawlers = new ArrayList<>();
  private final SimulatorSettings settings;
  private final Plantings plantings;
  private final List<String> brands;

  Population(SimulatorSettings settings, Plantings plantings, Shelf shelf) {
    this.settings = settings;
    this.plantings = plantings;
    brands = shelf.all().stream().map(SimulatedProduct::brand).distinct().sorted().toList();
    SplittableRandom root = new SplittableRandom(settings.seed());
    SplittableRandom bots = root.split();
    for (int i = 0; i < settings.shoppers(); i++) {
      shoppers.add(shopper(i, root.split()));
    }
    long count = Math.round(settings.shoppers() * settings.botShare());
    for (int i = 0; i < count; i++) {
      crawlers.add(new Crawler(Device.bot(bots), bots.split()));
    }
  }

  List<Shopper> shoppers() {
    return shoppers;
  }

  List<Crawler> crawlers() {
    return crawlers;
  }

  SimulatedTruth truth() {
    Map<String, List<String>> users = new TreeMap<>();
    Map<String, Person> people = new TreeMap<>();
    for (Shopper shopper : shoppers) {
      people.put(shopper.person.id(), shopper.person);
      for (Device device : shopper.devices()) {
        users.computeIfAbsent(device.anonymousId(), id -> new ArrayList<>());
        users.get(device.anonymousId()).add(shopper.person.id());
      }
    }
    crawlers.forEach(crawler -> users.put(crawler.device().anonymousId(), List.of()));
    return new SimulatedTruth(users, people, plantings);
  }

  private Shopper shopper(int number, SplittableRandom random) {
    Person person = person(number, random);
    List<Device> devices = devices(number, random);
    long window = Duration.between(settings.from(), settings.until()).toMillis();
    boolean alreadyKnown = random.nextBoolean();
    Instant since = settings.from().plusMillis(alreadyKnown ? 0 : random.nextLong(window));
    double keenness = -StrictMath.log(1 - random.nextDouble());
    double visitsPerDay = settings.visitsPerMonth() / 30 * keenness;
    return new Shopper(person, devices, since, visitsPerDay, random);
  }

  private Person person(int number, SplittableRandom random) {
    Persona persona = Shelf.any(plantings.personas(), random);
    double bell = random.nextDouble() + random.nextDouble() + random.nextDouble();
    double sensitivity = StrictMath.exp(settings.priceSensitivitySpread() * (bell / 1.5 - 1));
    Optional<String> userId =
        random.nextDouble() < REGISTERS
            ? Optional.of("customer-" + (1001 + number))
            : Optional.empty();
    return new Person(
        "person-" + number,
        userId,
        persona,
        sensitivity,
        List.of(Shelf.any(brands, random), Shelf.any(brands, random)),
        random.nextDouble() < settings.deniedShare(),
        random.nextBoolean());
  }

  private List<Device> devices(int number, SplittableRandom random) {
    List<Device> devices = new ArrayList<>();
    Device own = Device.drawn(random, false, true);
    if (number > 0 && random.nextDouble() < settings.sharedDeviceShare()) {
      own = shoppers.get(number - 1).shareDevice();
    }
    devices.add(own);
    if (random.nextDouble() < settings.silentDeviceShare()) {
      devices.add(Device.drawn(random, false, false));
    } else if (random.nextDouble() < HAS_SECOND_DEVICE) {
      devices.add(Device.drawn(random, false, true));
    }
    return devices;
  }
}
