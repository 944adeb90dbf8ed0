package dev.attune.bench.training;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.events.Signal;
import dev.attune.models.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A shop of a hundred thousand products and as many shoppers as the events need, made while they
 * are read. A shopper comes four times in the mean and touches five products a visit, all of a kind
 * that changes now and then; kinds and products within one are chosen by their rank (Zipf).
 */
final class ManyHistories {
  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  private static final int PRODUCTS = 100_000;
  private static final int KINDS = 1_000;
  private static final int BRANDS = 500;
  private static final double MORE_VISITS = .75;
  private static final double MORE_TOUCHES = .8;
  private static final double OTHER_KIND = .3;
  private static final int YEAR_DAYS = 365;

  private final SplittableRandom random = new SplittableRandom(1);
  private final List<List<Signal>> views = new ArrayList<>(PRODUCTS);
  private final CatalogSnapshot catalog = made();

  ManyHistories() {
    for (int i = 0; i < PRODUCTS; i++) {
      views.add(List.of(new Signal(Signal.Kind.VIEW, id(i), 1)));
    }
  }

  CatalogSnapshot catalog() {
    return catalog;
  }

  /** Lets them all touch so many products. */
  void visit(Training training, long events) {
    long left = events;
    for (long shopper = 0; left > 0; shopper++) {
      left -= live("shopper-%010d".formatted(shopper), training, left);
    }
  }

  private long live(String shopper, Training training, long most) {
    Instant at = NOW.minus(Duration.ofMinutes(random.nextInt(YEAR_DAYS * 24 * 60)));
    int kind = ranked(KINDS);
    long done = 0;
    do {
      kind = random.nextDouble() < OTHER_KIND ? ranked(KINDS) : kind;
      do {
        int product = kind + KINDS * ranked(PRODUCTS / KINDS);
        training.add(shopper, at, signals(product));
        at = at.plusSeconds(20 + random.nextInt(100));
        done++;
      } while (done < most && random.nextDouble() < MORE_TOUCHES);
      at = at.plus(Duration.ofHours(2 + random.nextInt(20 * 24)));
    } while (done < most && at.isBefore(NOW) && random.nextDouble() < MORE_VISITS);
    return done;
  }

  private List<Signal> signals(int product) {
    int drawn = random.nextInt(100);
    if (drawn < 82) {
      return views.get(product);
    }
    Signal.Kind kind = drawn < 92 ? Signal.Kind.CART_ADD : Signal.Kind.BUY;
    return List.of(new Signal(kind, id(product), 1));
  }

  /** A rank below a number, the chance falling with it: the inverse of a continuous Zipf law. */
  private int ranked(int below) {
    return (int) (Math.pow(below + 1, random.nextDouble()) - 1);
  }

  private static String id(int product) {
    return "p" + product;
  }

  private static CatalogSnapshot made() {
    List<Product> products = new ArrayList<>(PRODUCTS);
    for (int i = 0; i < PRODUCTS; i++) {
      String kind = "kind " + i % KINDS;
      String brand = "brand " + i % BRANDS;
      Variant variant =
          new Variant(
              id(i),
              id(i),
              id(i),
              null,
              null,
              null,
              null,
              Availability.IN_STOCK,
              Map.of(),
              null,
              null);
      products.add(
          new Product(
              new ProductId(id(i)),
              id(i),
              kind + " " + i,
              null,
              brand,
              List.of(),
              List.of(),
              List.of(new Attribute("kind", "kind", List.of(kind))),
              List.of(),
              null,
              List.of(variant),
              List.of(),
              Instant.EPOCH));
    }
    return new CatalogSnapshot("many", products, List.of());
  }
}
