package dev.attune.models.counts;

import dev.attune.models.compact.Interactions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The histories that vectors are learned from: of a long log those of some shoppers, the same ones
 * however it is cut into parts.
 *
 * @param all in the order of their shoppers' hashes
 * @param touches of all of them together
 */
public record Histories(List<History> all, long touches) implements Serializable {
  /**
   * Touches that are kept. Vectors are learned from 600,000 examples whatever the log, so that more
   * only adds shoppers that are not looked at; this many take 40 MB.
   */
  private static final long MOST = 4_000_000;

  private static final Comparator<History> ORDER =
      Comparator.comparingInt(History::owner).thenComparing(History::items, Arrays::compare);

  /**
   * One shopper's products in the order of time.
   *
   * @param owner a hash that is not written anywhere
   */
  record History(int owner, int[] items) implements Serializable {}

  static Histories of(Interactions log) {
    List<History> all = new ArrayList<>();
    long[] waiting = {0};
    log.eachShopper(
        span -> {
          History history = new History(mixed(log.owner(span)), items(log, span));
          all.add(history);
          waiting[0] += history.items().length;
          if (waiting[0] > 2 * MOST) {
            waiting[0] = trim(all);
          }
        });
    long kept = trim(all);
    return new Histories(List.copyOf(all), kept);
  }

  /** Keeps the first shoppers, one more than there are touches for at most. */
  private static long trim(List<History> all) {
    all.sort(ORDER);
    long touches = 0;
    int kept = 0;
    while (kept < all.size() && touches < MOST) {
      touches += all.get(kept++).items().length;
    }
    all.subList(kept, all.size()).clear();
    return touches;
  }

  /** A product that is viewed, put into the cart and bought in a row came once. */
  private static int[] items(Interactions log, Interactions.Span span) {
    int[] rows = new int[span.to() - span.from()];
    int size = 0;
    for (int row = span.from(); row < span.to(); row++) {
      boolean again = row > span.from() && log.item(row) == log.item(row - 1);
      if (!again || log.touch(row) == log.touch(row - 1)) {
        rows[size++] = log.item(row);
      }
    }
    return Arrays.copyOf(rows, size);
  }

  /** The finalizer of MurmurHash3, another one than withholding goes by. */
  private static int mixed(int hash) {
    int mixed = (hash ^ 0x5bd1e995 ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  Histories plus(Histories other) {
    List<History> both = new ArrayList<>(all);
    both.addAll(other.all);
    long kept = trim(both);
    return new Histories(List.copyOf(both), kept);
  }

  /** The product numbers only. */
  public int[][] items() {
    return all.stream().map(History::items).toArray(int[][]::new);
  }

  Histories in(Renumbering to) {
    return new Histories(
        all.stream().map(it -> new History(it.owner(), to.each(it.items()))).toList(), touches);
  }

  void write(ShipmentWriter out) {
    out.rows(all.stream().map(History::items).toList());
    out.longs(new long[] {touches});
  }

  static Histories read(ShipmentReader in) {
    List<History> all = in.rows().stream().map(items -> new History(0, items)).toList();
    return new Histories(all, in.longs()[0]);
  }
}
