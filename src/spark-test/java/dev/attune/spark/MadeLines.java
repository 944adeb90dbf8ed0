package dev.attune.spark;

import dev.attune.events.Signal;
import dev.attune.models.lines.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A small shop whose shoppers do everything, often several of them at the same second. */
final class MadeLines {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final int PRODUCTS = 60;
  private static final int SHOPPERS = 700;
  private static final int EVENTS = 20_000;
  private static final int DAYS = 120;
  private static final Signal.Kind[] KINDS = {
    Signal.Kind.VIEW, Signal.Kind.VIEW, Signal.Kind.CLICK, Signal.Kind.WISH,
    Signal.Kind.CART_ADD, Signal.Kind.BUY, Signal.Kind.SEARCH, Signal.Kind.CART_REMOVE
  };

  private MadeLines() {}

  static List<String> products() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < PRODUCTS; i++) {
      String category = i % 7 == 0 ? "" : "kind-" + i % 6;
      lines.add("p" + i + "\t" + category + "\tp" + i + "-s\tsku" + i + "\tp" + i + "-m\tm" + i);
    }
    return lines;
  }

  static List<String> events() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String shopper = "shopper " + random.nextInt(SHOPPERS);
      long hours = random.nextInt(DAYS) * 24L + random.nextInt(3);
      Instant at = NOW.minusSeconds(hours * 3600).plusSeconds(random.nextInt(20) * 60L);
      lines.add(LogLine.of(shopper, at, i, signals(random)));
    }
    return lines;
  }

  private static List<Signal> signals(SplittableRandom random) {
    Signal.Kind kind = KINDS[random.nextInt(KINDS.length)];
    List<Signal> signals = new ArrayList<>();
    int count = kind == Signal.Kind.BUY ? 1 + random.nextInt(3) : 1;
    for (int i = 0; i < count; i++) {
      int drawn = (int) (PRODUCTS * Math.pow(random.nextDouble(), 2));
      String subject = kind == Signal.Kind.SEARCH ? "query " + drawn : named(drawn, random);
      signals.add(new Signal(kind, subject, 1));
    }
    return signals;
  }

  /** By id, by a variant's sku, or a product that the shop does not have. */
  private static String named(int product, SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> "sku" + product;
      case 1 -> "gone" + product;
      default -> "p" + product;
    };
  }
}
