package dev.attune.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A shop's traffic from a seed: the same assortment, plantings and settings, the same bytes. */
public final class Simulator {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long OUTBOX_SALT = 0x5deece66dL;

  private final Shelf shelf;
  private final Plantings plantings;
  private final SimulatorSettings settings;

  /**
   * A simulator with its own plantings.
   *
   * @param assortment at least one product; a persona's categories are its top categories
   */
  public Simulator(
      List<SimulatedProduct> assortment, Plantings plantings, SimulatorSettings settings) {
    if (assortment.isEmpty()) {
      throw new IllegalArgumentException("nothing to sell");
    }
    this.shelf = new Shelf(assortment);
    this.plantings = plantings;
    this.settings = settings;
  }

  /** A simulator whose plantings are drawn from the seed. */
  public Simulator(List<SimulatedProduct> assortment, SimulatorSettings settings) {
    this(assortment, Plantings.drawn(assortment, settings.seed()), settings);
  }

  /**
   * The traffic in order of arrival, made day by day while it is read. Each call begins anew; the
   * stream is to be read sequentially.
   */
  public Stream<SimulatedEvent> events() {
    Outbox outbox = new Outbox(settings, new SplittableRandom(settings.seed() ^ OUTBOX_SALT));
    World world = new World(shelf, plantings, settings, outbox);
    Population population = new Population(settings, plantings, shelf);
    Stream<SimulatedEvent> days =
        Stream.iterate(settings.from(), day -> day.isBefore(settings.until()), day -> day.plus(DAY))
            .flatMap(day -> lived(day, population, world).stream());
    Stream<SimulatedEvent> rest =
        Stream.of(Instant.MAX).flatMap(end -> outbox.arrivedBefore(end).stream());
    return Stream.concat(days, rest);
  }

  /** What is planted in {@link #events()}, for scoring only. */
  public SimulatedTruth truth() {
    return new Population(settings, plantings, shelf).truth();
  }

  private static List<SimulatedEvent> lived(Instant day, Population population, World world) {
    population.shoppers().forEach(shopper -> shopper.live(day, world));
    population.crawlers().forEach(crawler -> crawler.live(day, world));
    return world.outbox().arrivedBefore(day.plus(DAY));
  }

  /** What everybody moves in. */
  record World(Shelf shelf, Plantings plantings, SimulatorSettings settings, Outbox outbox) {}
}
