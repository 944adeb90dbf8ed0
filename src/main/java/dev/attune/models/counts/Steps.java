package dev.attune.models.counts;

import dev.attune.models.compact.Interactions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The last steps of withheld shoppers to a product that was new to them.
 *
 * @param all in the order of their shoppers' hashes
 */
public record Steps(List<Step> all) implements Serializable {
  /** More do not make an exam surer, only longer: 2,000 take about a second. */
  public static final int MOST = 2_000;

  private static final Comparator<Step> ORDER =
      Comparator.comparingInt(Step::owner)
          .thenComparing(Step::before, Arrays::compare)
          .thenComparingInt(Step::next);

  /**
   * One of them.
   *
   * @param owner a hash that is not written anywhere
   * @param before product numbers, the newest first
   * @param visit whether all of it was touched in the same visit
   * @param next product number
   */
  public record Step(int owner, int[] before, boolean visit, int next) implements Serializable {}

  static Steps of(Interactions log) {
    List<Step> all = new ArrayList<>();
    log.eachWithheld(span -> step(log, span).ifPresent(all::add));
    return new Steps(first(all));
  }

  private static List<Step> first(List<Step> all) {
    return all.stream().sorted(ORDER).limit(MOST).toList();
  }

  private static Optional<Step> step(Interactions log, Interactions.Span span) {
    Set<Integer> known = new LinkedHashSet<>();
    int last = -1;
    for (int row = span.from(); row < span.to(); row++) {
      if (known.add(log.item(row)) && known.size() > 1) {
        last = row;
      }
    }
    if (last < 0) {
      return Optional.empty();
    }
    int[] visit = before(log, span, last, Interactions.SESSION_GAP_SECONDS);
    boolean any = visit.length > 0;
    return Optional.of(
        new Step(
            log.owner(span),
            any ? visit : before(log, span, last, Integer.MAX_VALUE),
            any,
            log.item(last)));
  }

  /** Distinct products before a row, the newest first, as far back as no gap is longer. */
  private static int[] before(Interactions log, Interactions.Span span, int last, int longestGap) {
    Set<Integer> before = new LinkedHashSet<>();
    int row = last - 1;
    while (row >= span.from() && log.second(row + 1) - log.second(row) <= longestGap) {
      before.add(log.item(row--));
    }
    return before.stream().mapToInt(Integer::intValue).toArray();
  }

  Steps plus(Steps other) {
    List<Step> both = new ArrayList<>(all);
    both.addAll(other.all);
    return new Steps(first(both));
  }

  /** Without those to or from products that are gone. */
  Steps in(Renumbering to) {
    return new Steps(
        all.stream()
            .map(it -> new Step(it.owner(), to.each(it.before()), it.visit(), to.of(it.next())))
            .filter(it -> it.next() >= 0 && it.before().length > 0)
            .toList());
  }

  void write(ShipmentWriter out) {
    out.rows(all.stream().map(Step::before).toList());
    out.ints(all.stream().mapToInt(it -> it.visit() ? 1 : 0).toArray());
    out.ints(all.stream().mapToInt(Step::next).toArray());
  }

  static Steps read(ShipmentReader in) {
    List<int[]> before = in.rows();
    int[] visits = in.ints();
    int[] next = in.ints();
    List<Step> all = new ArrayList<>(next.length);
    for (int i = 0; i < next.length; i++) {
      all.add(new Step(0, before.get(i), visits[i] == 1, next[i]));
    }
    return new Steps(all);
  }
}
