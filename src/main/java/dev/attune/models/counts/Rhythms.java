package dev.attune.models.counts;

import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Tally;
import dev.attune.models.compact.Touch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * After how long products are bought again.
 *
 * @param gaps seconds between two purchases of each product by the same shopper, ascending
 * @param bought products that anybody bought
 */
public record Rhythms(List<int[]> gaps, BitSet bought) implements Serializable {
  private static final int DAY = 86_400;

  static Rhythms of(Interactions log) {
    int[][] gaps = new int[log.products().size()][];
    int[] sizes = new int[gaps.length];
    BitSet bought = new BitSet();
    log.eachShopper(
        span ->
            eachGap(
                log,
                span,
                bought,
                (item, gap) -> {
                  int[] has = gaps[item] == null ? new int[4] : gaps[item];
                  gaps[item] = sizes[item] < has.length ? has : Arrays.copyOf(has, 2 * has.length);
                  gaps[item][sizes[item]++] = gap;
                }));
    List<int[]> sorted = new ArrayList<>(gaps.length);
    for (int item = 0; item < gaps.length; item++) {
      int[] own = gaps[item] == null ? new int[0] : Arrays.copyOf(gaps[item], sizes[item]);
      Arrays.sort(own);
      sorted.add(own);
    }
    return new Rhythms(sorted, bought);
  }

  @FunctionalInterface
  private interface Gaps {
    void add(int item, int seconds);
  }

  /** Purchases within one day are one. */
  private static void eachGap(Interactions log, Interactions.Span span, BitSet bought, Gaps gaps) {
    Tally lastRow = new Tally(16);
    for (int row = span.from(); row < span.to(); row++) {
      if (log.touch(row) == Touch.BUY) {
        int item = log.item(row);
        bought.set(item);
        int before = (int) lastRow.get(item) - 1;
        int seconds = before < 0 ? 0 : log.second(row) - log.second(before);
        if (seconds >= DAY) {
          gaps.add(item, seconds);
        }
        if (before < 0 || seconds >= DAY) {
          lastRow.add(item, row - before);
        }
      }
    }
  }

  Rhythms plus(Rhythms other) {
    List<int[]> both = new ArrayList<>(gaps.size());
    for (int item = 0; item < gaps.size(); item++) {
      int[] own = gaps.get(item);
      int[] more = other.gaps.get(item);
      int[] all = Arrays.copyOf(own, own.length + more.length);
      System.arraycopy(more, 0, all, own.length, more.length);
      Arrays.sort(all);
      both.add(all);
    }
    BitSet any = (BitSet) bought.clone();
    any.or(other.bought);
    return new Rhythms(both, any);
  }

  Rhythms in(Renumbering to) {
    List<int[]> moved = new ArrayList<>(Collections.nCopies(to.size(), new int[0]));
    BitSet known = new BitSet();
    for (int item = 0; item < gaps.size(); item++) {
      if (to.of(item) >= 0) {
        moved.set(to.of(item), gaps.get(item));
        known.set(to.of(item), bought.get(item));
      }
    }
    return new Rhythms(moved, known);
  }

  void write(ShipmentWriter out) {
    out.rows(gaps);
    out.longs(bought.toLongArray());
  }

  static Rhythms read(ShipmentReader in) {
    return new Rhythms(in.rows(), BitSet.valueOf(in.longs()));
  }
}
