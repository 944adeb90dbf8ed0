package dev.attune.profile.fold;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up history of events, a pure function of its seed. */
public final class History {
  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

  private History() {}

  /** One event of it. */
  public record Happened(Instant at, List<Signal> signals) {}

  /** So many events, often within a session of each other, about few subjects, in any order. */
  public static List<Happened> of(Random random, int events) {
    List<Happened> history = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      Instant at =
          START.plusSeconds(86_400L * random.nextInt(3)).plusMillis(random.nextInt(4 * 3_600_000));
      history.add(new Happened(at, signals(random)));
    }
    return history;
  }

  /**
   * More events than a fold tells apart, in any order: within weeks, so that sessions often become
   * one, over 36 years, or few in number and of very many signals.
   */
  public static List<Happened> spread(Random random) {
    int way = random.nextInt(3);
    long minutes = way == 1 ? 36L * 365 * 24 * 60 : 60L * (1_500 + random.nextInt(2_500));
    List<Happened> history = new ArrayList<>();
    for (int i = way == 2 ? 300 : 1_300 + random.nextInt(1_200); i > 0; i--) {
      List<Signal> signals = signals(random);
      for (int more = way == 2 ? random.nextInt(160) : 0; more > 0; more--) {
        signals.add(new Signal(Kind.VIEW, "p" + random.nextInt(900), 1));
      }
      Instant at = START.minusSeconds(60 * random.nextLong(minutes)).plusMillis(random.nextInt(9));
      history.add(new Happened(at, signals));
    }
    return history;
  }

  private static List<Signal> signals(Random random) {
    List<Signal> signals = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      signals.add(new Signal(kind, subject(random), 1 + random.nextInt(3)));
    }
    return signals;
  }

  private static String subject(Random random) {
    String[] subjects = {
      "p1", "p2", "gid://attune/Product/p3", "5d5dd1c2-ec7c-4f5f-8d0c-1c92ba7b56ad", "röte Schuhe"
    };
    return subjects[random.nextInt(subjects.length)];
  }
}
