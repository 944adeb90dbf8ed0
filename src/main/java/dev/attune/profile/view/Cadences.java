package dev.attune.profile.view;

import dev.attune.catalog.Product;
import dev.attune.events.Signal;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Cadence;
import dev.attune.profile.fold.Counted;
import dev.attune.profile.fold.Session;
import dev.attune.profile.fold.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How regularly products and categories are bought: by the days (UTC) on which they were. Products
 * outside a category say nothing about it, and what was bought twice on a day was bought once.
 */
final class Cadences {
  private static final Comparator<Cadence> MOST_FIRST =
      Comparator.comparingInt(Cadence::times)
          .thenComparing(Cadence::last)
          .reversed()
          .thenComparing(cadence -> cadence.subject().toString());

  /** The last purchase of each day. */
  private final Map<GlobalId, TreeMap<Long, Long>> days = new HashMap<>();

  private final Subjects subjects;

  Cadences(Collection<Session> sessions, Subjects subjects) {
    this.subjects = subjects;
    sessions.forEach(session -> session.tallies().forEach(this::add));
  }

  private void add(Counted counted, Tally tally) {
    if (counted.kind() == Signal.Kind.BUY) {
      subjects.product(counted.subject()).ifPresent(product -> bought(product, tally.last()));
    }
  }

  private void bought(Product product, long at) {
    Set.copyOf(product.categories())
        .forEach(category -> bought(new GlobalId(NodeType.CATEGORY, category.value()), at));
    bought(new GlobalId(NodeType.PRODUCT, product.id().value()), at);
  }

  private void bought(GlobalId subject, long at) {
    days.computeIfAbsent(subject, any -> new TreeMap<>())
        .merge(Math.floorDiv(at, Duration.ofDays(1).toMillis()), at, Math::max);
  }

  /** What was bought on two days at least, the most often bought first. */
  List<Cadence> all() {
    List<Cadence> all = new ArrayList<>();
    days.forEach(
        (subject, its) -> {
          if (its.size() > 1) {
            Instant last = Instant.ofEpochMilli(its.lastEntry().getValue());
            all.add(new Cadence(subject, median(its), its.size(), last));
          }
        });
    all.sort(MOST_FIRST);
    return all;
  }

  /** Of an even number the lower one, so that nobody is reminded too late. */
  private static int median(TreeMap<Long, Long> days) {
    List<Long> order = List.copyOf(days.keySet());
    List<Integer> gaps = new ArrayList<>();
    for (int i = 1; i < order.size(); i++) {
      gaps.add(Math.toIntExact(order.get(i) - order.get(i - 1)));
    }
    gaps.sort(Comparator.naturalOrder());
    return gaps.get((gaps.size() - 1) / 2);
  }
}
