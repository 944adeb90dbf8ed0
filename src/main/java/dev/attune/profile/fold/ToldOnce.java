package dev.attune.profile.fold;

import dev.attune.events.OrderPart;
import dev.attune.events.Signal.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sessions in which every product of an order counts once, in the first session that tells of it.
 * Of an order that was told of with proof, what is told without counts nothing. What is counted
 * without an order, as older states have it, stays.
 */
public final class ToldOnce {
  private static final String ORDER = Kind.ORDER.name() + "/";

  private final Set<String> provenOrders = new HashSet<>();
  private final Set<String> provenLines = new HashSet<>();
  private final Map<Line, Long> ordered = new HashMap<>();
  private final Map<Line, Long> counted = new HashMap<>();

  /** A product of an order. */
  private record Line(Kind kind, String order, String subject) {
    static Line of(OrderPart part) {
      return new Line(part.kind(), part.order(), part.subject());
    }

    Line bought() {
      return new Line(Kind.BUY, order, subject);
    }
  }

  /** A part of an order and how often a session tells of it. */
  private record Told(OrderPart part, long times) {
    long quantity() {
      long product = part.quantity() * times;
      return product < 0 || part.quantity() != 0 && product / part.quantity() != times
          ? Long.MAX_VALUE
          : product;
    }
  }

  private ToldOnce() {}

  /**
   * @param sessions in order of time; they stay as they are
   */
  public static Collection<Session> of(Collection<Session> sessions) {
    List<List<Told>> told = sessions.stream().map(ToldOnce::told).toList();
    if (told.stream().allMatch(List::isEmpty)) {
      return sessions;
    }
    ToldOnce once = new ToldOnce();
    sessions.forEach(once::proof);
    told.forEach(parts -> parts.forEach(once::proof));
    told.forEach(parts -> parts.forEach(once::order));
    List<Session> counted = new ArrayList<>(sessions.size());
    int next = 0;
    for (Session session : sessions) {
      Map<Counted, Long> excess = once.excess(told.get(next++));
      counted.add(excess.isEmpty() ? session : session.less(excess));
    }
    return counted;
  }

  private static List<Told> told(Session session) {
    List<Told> told = new ArrayList<>();
    session
        .tallies()
        .forEach(
            (counted, tally) -> {
              if (counted.kind() == Kind.ORDER_PART) {
                OrderPart.of(counted.subject())
                    .ifPresent(part -> told.add(new Told(part, tally.quantity())));
              }
            });
    return told;
  }

  private void proof(Session session) {
    session.tallies().keySet().stream()
        .filter(each -> each.kind() == Kind.PROVEN && each.subject().startsWith(ORDER))
        .forEach(
            each -> provenOrders.add(OrderPart.order(each.subject().substring(ORDER.length()))));
  }

  private void proof(Told told) {
    if (told.part.proven() && told.part.kind() != Kind.RETURN) {
      provenLines.add(told.part.order());
    }
  }

  private void order(Told told) {
    if (told.part.kind() != Kind.RETURN && believed(told.part)) {
      ordered.merge(Line.of(told.part), told.part.quantity(), Math::max);
    }
  }

  private boolean believed(OrderPart part) {
    Set<String> proven = part.kind() == Kind.RETURN ? provenOrders : provenLines;
    return part.proven() || !proven.contains(part.order());
  }

  /** What a session counts more than once, or must not count. */
  private Map<Counted, Long> excess(List<Told> told) {
    Map<Line, Long> all = new HashMap<>();
    Map<Line, Long> believable = new HashMap<>();
    for (Told each : told) {
      Line line = Line.of(each.part);
      all.merge(line, each.quantity(), ToldOnce::sum);
      if (believed(each.part)) {
        if (line.kind == Kind.RETURN) {
          believable.merge(line, each.quantity(), ToldOnce::sum);
        } else {
          believable.merge(line, each.part.quantity(), Math::max);
        }
      }
    }
    Map<Counted, Long> excess = new HashMap<>();
    all.forEach(
        (line, quantity) -> {
          long much = quantity - fresh(line, believable.getOrDefault(line, 0L));
          if (much > 0) {
            excess.merge(new Counted(line.kind, line.subject), much, ToldOnce::sum);
          }
        });
    return excess;
  }

  /** How many of these earlier sessions have not counted; no more come back than were ordered. */
  private long fresh(Line line, long quantity) {
    long before = counted.getOrDefault(line, 0L);
    long now;
    if (line.kind == Kind.RETURN) {
      long most = ordered.getOrDefault(line.bought(), Long.MAX_VALUE);
      now = Math.min(most, sum(before, quantity));
    } else {
      now = Math.max(before, quantity);
    }
    counted.put(line, now);
    return now - before;
  }

  private static long sum(long a, long b) {
    return a + b < 0 ? Long.MAX_VALUE : a + b;
  }
}
