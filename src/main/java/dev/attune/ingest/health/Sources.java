package dev.attune.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sources that are told apart, the largest of late: clients make up names, and may make up any
 * number. All others are counted under one name for each way in. How many events each has is
 * estimated in bounded room: whichever has more than a thousandth of all is known (Misra and Gries
 * 1982, in batches). Once an hour the largest of the others take the places of the smallest that
 * are told apart, a few at a time, so that the table of counts grows slowly whoever sends; and what
 * was counted before is worth half. Not for several threads.
 */
final class Sources {
  /** Stands for the library of a source that is not told apart. */
  static final String OTHERS = " (others)";

  private static final int MOST = 200;
  private static final int ESTIMATED = 1_000;
  private static final int NEWCOMERS = 10;
  private static final Duration ROUND = Duration.ofHours(1);

  /** The larger first; of two as large the one that is told apart stays so. */
  private final Comparator<String> largest =
      Comparator.comparingLong(this::estimate)
          .reversed()
          .thenComparing(source -> !isTold(source))
          .thenComparing(Comparator.naturalOrder());

  private final Map<String, Long> estimates = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private Instant began = Instant.MIN;

  /** The name of all sources of the same way in that are not told apart. */
  static String others(String source) {
    int space = source.indexOf(' ');
    return space < 0 ? source : source.substring(0, space) + OTHERS;
  }

  /**
   * Counts an event.
   *
   * @return the name to count its source under
   */
  String name(String source, Instant receivedAt) {
    if (Duration.between(began, receivedAt).compareTo(ROUND) >= 0) {
      round();
      began = receivedAt;
    }
    estimates.merge(source, 1L, Long::sum);
    if (estimates.size() > 2 * ESTIMATED) {
      forgetTheSmallest();
    }
    if (told.size() < MOST) {
      told.add(source);
    }
    return isTold(source) ? source : others(source);
  }

  private boolean isTold(String source) {
    return told.contains(source);
  }

  private long estimate(String source) {
    return estimates.getOrDefault(source, 0L);
  }

  private void round() {
    Set<String> all = new HashSet<>(estimates.keySet());
    all.addAll(told);
    List<String> ranked = new ArrayList<>(all);
    ranked.sort(largest);
    List<String> newcomers =
        ranked.stream().limit(MOST).filter(source -> !isTold(source)).limit(NEWCOMERS).toList();
    List<String> smallest = ranked.stream().filter(this::isTold).toList();
    int leaving = Math.max(0, told.size() + newcomers.size() - MOST);
    told.removeAll(smallest.subList(smallest.size() - leaving, smallest.size()));
    told.addAll(newcomers);
    estimates.replaceAll((source, estimate) -> estimate / 2);
    estimates.values().removeIf(estimate -> estimate == 0);
  }

  /** Takes from all what the largest of the smaller half has, which leaves nothing of that half. */
  private void forgetTheSmallest() {
    long much =
        estimates.values().stream()
            .sorted(Comparator.reverseOrder())
            .skip(ESTIMATED)
            .findFirst()
            .orElse(0L);
    estimates.replaceAll((source, estimate) -> estimate - much);
    estimates.values().removeIf(estimate -> estimate <= 0);
  }
}
