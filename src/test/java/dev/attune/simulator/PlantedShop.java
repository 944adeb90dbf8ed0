package dev.attune.simulator;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.events.Received;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.SegmentReader;
import dev.attune.events.segment.Sender;
import dev.attune.models.TrainingEvent;
import dev.attune.profile.Profile;
import dev.attune.profile.fold.Fold;
import dev.attune.profile.view.ProfileView;
import dev.attune.profile.view.Shop;
import dev.attune.profile.view.Subjects;
import dev.attune.simulator.SimulatedTruth.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A simulated shop whose people are known: their profiles, and what was planted in them. */
public final class PlantedShop {
  private final CatalogSnapshot catalog;
  private final Instant now;
  private final List<TrainingEvent> log = new ArrayList<>();
  private final Map<Person, Profile> people = new TreeMap<>((a, b) -> a.id().compareTo(b.id()));

  /** Somebody's visits, to its end. */
  public PlantedShop(SimulatorSettings settings) {
    List<SimulatedProduct> assortment = Traffic.assortment();
    Simulator simulator = new Simulator(assortment, settings);
    SampleCatalog sample = new SampleCatalog();
    for (SimulatedProduct product : assortment) {
      sample
          .product(product.id(), product.title())
          .in(product.category())
          .brand(product.brand())
          .price(product.price().toPlainString())
          .add();
    }
    this.catalog = sample.snapshot("1");
    this.now = settings.until();
    ProfileView view = new ProfileView(Shop.settings(), new Subjects(catalog));
    SimulatedTruth truth = simulator.truth();
    folds(simulator, truth.peopleByAnonymousId())
        .forEach((id, fold) -> people.put(truth.people().get(id), view.of(fold, 1, now)));
  }

  public CatalogSnapshot catalog() {
    return catalog;
  }

  public Instant now() {
    return now;
  }

  /** What is known of each person, from devices that they share with nobody. */
  public Map<Person, Profile> people() {
    return people;
  }

  /** What they did, as models learn from it. */
  public List<TrainingEvent> log() {
    return log;
  }

  private Map<String, Fold> folds(Simulator simulator, Map<String, List<String>> whose) {
    SegmentReader reader = new SegmentReader(agent -> false);
    Map<String, Fold> folds = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    simulator
        .events()
        .forEach(
            event -> {
              Received received = received(reader, event);
              List<String> users = whose.getOrDefault(received.origin().value(), List.of());
              if (users.size() == 1 && seen.add(received.messageId())) {
                folds
                    .computeIfAbsent(users.get(0), id -> new Fold())
                    .count(received.happenedAt(), received.event().signals());
                log.add(
                    new TrainingEvent(
                        users.get(0), received.happenedAt(), received.event().signals().toList()));
              }
            });
    log.sort(Comparator.comparing(TrainingEvent::owner).thenComparing(TrainingEvent::at));
    return folds;
  }

  private static Received received(SegmentReader reader, SimulatedEvent event) {
    Parsed parsed =
        reader.read(
            Traffic.parsed(event.json()), Sender.server(), Arrival.history(event.receivedAt()));
    return ((Parsed.Valid) parsed).event();
  }
}
