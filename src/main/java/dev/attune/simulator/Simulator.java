package dev.attune.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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

  /** What everybody moves in: the shop, what is planted, and the hours of the day (in UTC). */
  record World(Shelf shelf, Plantings plantings, SimulatorSettings settings, Outbox outbox) {
    private static final double[] WEEKDAYS = {0.95, 0.9, 0.9, 0.95, 0.95, 1.1, 1.25};
    private static final int[] HOURS = {
      1, 1, 0, 0, 0, 1, 3, 5, 6, 6, 7, 7, 8, 7, 6, 6, 7, 8, 10, 13, 15, 14, 9, 4
    };

    /** How busy a day is, relative to the week's mean. */
    static double busyness(Instant day) {
      return WEEKDAYS[day.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() - 1];
    }

    /** A moment of the day that starts at {@code day}, likelier in the evening. */
    static Instant moment(Instant day, SplittableRandom random) {
      int left = random.nextInt(IntStream.of(HOURS).sum());
      int hour = 0;
      while (left >= HOURS[hour]) {
        left -= HOURS[hour++];
      }
      return day.plusMillis(hour * 3_600_000L + random.nextInt(3_600_000));
    }
  }
}
