package dev.attune.models.compact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * One shopper's or one visit's different products, each at its first place or at its last.
 *
 * @param items product numbers in the order of time
 * @param seconds when, for each of them
 */
public record Sequence(int[] items, int[] seconds) {

  /** The products of the rows that are wanted, each where it came first. */
  public static Sequence firsts(Interactions log, Interactions.Span span, Predicate<Touch> wanted) {
    List<Integer> rows = new ArrayList<>();
    Tally seen = new Tally(span.to() - span.from());
    for (int row = span.from(); row < span.to(); row++) {
      keep(log, row, wanted, seen, rows);
    }
    return of(log, rows);
  }

  /** The products of the rows, each where it came last. */
  public static Sequence lasts(Interactions log, Interactions.Span span) {
    List<Integer> rows = new ArrayList<>();
    Tally seen = new Tally(span.to() - span.from());
    for (int row = span.to() - 1; row >= span.from(); row--) {
      keep(log, row, any -> true, seen, rows);
    }
    Collections.reverse(rows);
    return of(log, rows);
  }

  public int size() {
    return items.length;
  }

  /** When the last of it was. */
  public int end() {
    return seconds[seconds.length - 1];
  }

  /** The last ones only. */
  public Sequence last(int n) {
    int from = Math.max(0, items.length - n);
    return new Sequence(
        Arrays.copyOfRange(items, from, items.length),
        Arrays.copyOfRange(seconds, from, seconds.length));
  }

  private static void keep(
      Interactions log, int row, Predicate<Touch> wanted, Tally seen, List<Integer> rows) {
    if (wanted.test(log.touch(row)) && seen.get(log.item(row)) == 0) {
      seen.add(log.item(row), 1);
      rows.add(row);
    }
  }

  private static Sequence of(Interactions log, List<Integer> rows) {
    return new Sequence(
        rows.stream().mapToInt(log::item).toArray(), rows.stream().mapToInt(log::second).toArray());
  }
}
