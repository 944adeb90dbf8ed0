package dev.attune.profile.view;

import dev.attune.events.Signal;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Ignored;
import dev.attune.profile.fold.Counted;
import dev.attune.profile.fold.Session;
import dev.attune.profile.fold.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What sessions say of things that were shown and not taken. */
final class Impressions {
  /** Looked at, clicked, wanted or bought: whatever was shown before it was worth showing. */
  private static final Set<Signal.Kind> TAKING =
      EnumSet.of(
          Signal.Kind.VIEW,
          Signal.Kind.CLICK,
          Signal.Kind.CART_ADD,
          Signal.Kind.WISH,
          Signal.Kind.BUY,
          Signal.Kind.CONTENT_CLICK);

  private static final Comparator<Ignored> MOST_OFTEN_FIRST =
      Comparator.comparingInt(Ignored::times).reversed().thenComparing(Ignored::subject);

  private final Map<String, Long> times = new HashMap<>();

  /**
   * @param remembered impressions that are older count no more
   */
  Impressions(Collection<Session> sessions, Subjects subjects, Instant now, Duration remembered) {
    long since = now.minus(remembered).toEpochMilli();
    if (sessions.stream().noneMatch(session -> session.end() >= since && shows(session))) {
      return;
    }
    Map<String, Long> taken = new HashMap<>();
    for (Session session : sessions) {
      session
          .tallies()
          .forEach(
              (counted, tally) -> {
                if (TAKING.contains(counted.kind())) {
                  taken.merge(subject(counted, subjects), tally.last(), Math::max);
                }
              });
    }
    for (Session session : sessions) {
      session
          .tallies()
          .forEach((counted, tally) -> add(session, counted, tally, since, taken, subjects));
    }
  }

  /** Twice or more often, in sessions that began after it was last taken. */
  List<Ignored> ignored() {
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(
            entry ->
                new Ignored(entry.getKey(), (int) Math.min(Integer.MAX_VALUE, entry.getValue())))
        .sorted(MOST_OFTEN_FIRST)
        .toList();
  }

  private void add(
      Session session,
      Counted counted,
      Tally tally,
      long since,
      Map<String, Long> taken,
      Subjects subjects) {
    if (counted.kind() != Signal.Kind.IMPRESSION || tally.last() < since) {
      return;
    }
    String subject = subject(counted, subjects);
    if (session.start() > taken.getOrDefault(subject, Long.MIN_VALUE)) {
      times.merge(subject, tally.quantity(), (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
    }
  }

  private static boolean shows(Session session) {
    return session.tallies().keySet().stream()
        .anyMatch(counted -> counted.kind() == Signal.Kind.IMPRESSION);
  }

  /** One text for a product, whether its id, a sku or a global id was sent. */
  private static String subject(Counted counted, Subjects subjects) {
    return subjects
        .product(counted.subject())
        .map(product -> new GlobalId(NodeType.PRODUCT, product.id().value()).toString())
        .orElse(counted.subject());
  }
}
