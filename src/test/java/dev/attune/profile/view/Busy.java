package dev.attune.profile.view;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.profile.fold.Fold;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;

/** Shoppers who do everything that there is to do, with many products of long ids. */
public final class Busy {
  private static final Kind[] MOSTLY = {
    Kind.VIEW, Kind.VIEW, Kind.VIEW, Kind.VIEW, Kind.CLICK, Kind.CART_ADD, Kind.WISH, Kind.BUY
  };

  private Busy() {}

  /** A shopper with a hundred visits in half a year, the last one going on. */
  public static Fold shopper(Random random, Instant now, int events) {
    Fold fold = new Fold();
    for (int i = 0; i < events; i++) {
      int day = i * 100 / events;
      Instant at = now.minusSeconds(day * 155_000L + random.nextInt(1_700));
      fold.count(at, Stream.of(signal(random, i)));
    }
    return fold;
  }

  private static Signal signal(Random random, int i) {
    String product = Shop.id(random.nextInt(1_000));
    return switch (i % 20) {
      case 0 -> new Signal(Kind.ORDER, "order-" + i, 1);
      case 1 -> new Signal(Kind.SPEND, random.nextBoolean() ? "USD" : "EUR", 123_45);
      case 2 -> new Signal(Kind.REJECT, "gid://attune/Product/" + product, 1);
      case 3 -> new Signal(Kind.SEARCH, "a query of some words " + random.nextInt(50), 1);
      case 4 -> new Signal(Kind.CAMPAIGN, "newsletter/mail/spring \"sale\" " + i, 1);
      case 5, 6 -> new Signal(Kind.IMPRESSION, "gid://attune/Product/" + product, 3);
      default -> new Signal(MOSTLY[random.nextInt(MOSTLY.length)], product, 1);
    };
  }
}
