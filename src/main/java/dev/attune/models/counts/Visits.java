package dev.attune.models.counts;

import dev.attune.models.SessionNeighbours;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.Sequence;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Visits of more than one product: those that are among the newest of some product, which are all
 * that neighbours are looked for in, and how many there were.
 *
 * @param newest the newest first
 * @param counts in how many visits each product was, also older ones
 * @param all how many visits there were
 */
public record Visits(List<Visit> newest, int[] counts, int all) implements Serializable {
  /** Older products of a long visit are left out. */
  public static final int LONGEST = 50;

  /** Visits that may wait before those that are too old are dropped: about 100 MB. */
  private static final int SPARE = 1_000_000;

  private static final Comparator<Visit> ORDER =
      Comparator.comparingInt(Visit::end).reversed().thenComparing(Visit::items, Arrays::compare);

  /**
   * One visit.
   *
   * @param items its products in the order of time, each at its last place
   * @param end when its last touch was
   */
  public record Visit(int[] items, int end) implements Serializable {
    Visit in(Renumbering to) {
      return new Visit(to.each(items), end);
    }
  }

  /** Of a log, whose visits may be read while the older ones are dropped. */
  public static Visits of(Interactions log) {
    Collecting collecting = new Collecting(log.products().size());
    log.eachSession(span -> collecting.add(Sequence.lasts(log, span).last(LONGEST)));
    return collecting.finish();
  }

  private static final class Collecting {
    private final int[] counts;
    private List<Visit> kept = new ArrayList<>();
    private int full = SPARE;
    private int all;

    Collecting(int products) {
      counts = new int[products];
    }

    void add(Sequence visit) {
      if (visit.size() > 1) {
        all++;
        for (int item : visit.items()) {
          counts[item]++;
        }
        kept.add(new Visit(visit.items(), visit.end()));
        if (kept.size() == full) {
          kept = newest(kept, counts.length);
          full = kept.size() + SPARE;
        }
      }
    }

    Visits finish() {
      return new Visits(newest(kept, counts.length), counts, all);
    }
  }

  /**
   * Those that some product has among its newest, in the order of all logs: by end and products.
   */
  private static List<Visit> newest(List<Visit> visits, int products) {
    int most = SessionNeighbours.Settings.DEFAULT.mostRecent();
    List<Visit> sorted = new ArrayList<>(visits);
    sorted.sort(ORDER);
    int[] had = new int[products];
    List<Visit> kept = new ArrayList<>();
    for (Visit visit : sorted) {
      boolean wanted = false;
      for (int item : visit.items()) {
        wanted |= had[item]++ < most;
      }
      if (wanted) {
        kept.add(visit);
      }
    }
    return kept;
  }

  Visits plus(Visits other) {
    List<Visit> both = new ArrayList<>(newest);
    both.addAll(other.newest);
    return new Visits(newest(both, counts.length), Sums.of(counts, other.counts), all + other.all);
  }

  Visits in(Renumbering to) {
    List<Visit> left =
        newest.stream().map(it -> it.in(to)).filter(it -> it.items().length > 0).toList();
    return new Visits(left, to.byProduct(counts), all);
  }

  void write(ShipmentWriter out) {
    out.rows(newest.stream().map(Visit::items).toList());
    out.ints(newest.stream().mapToInt(Visit::end).toArray());
    out.ints(counts);
    out.number(all);
  }

  static Visits read(ShipmentReader in) {
    List<int[]> items = in.rows();
    int[] ends = in.ints();
    List<Visit> newest = new ArrayList<>(ends.length);
    for (int i = 0; i < ends.length; i++) {
      newest.add(new Visit(items.get(i), ends[i]));
    }
    return new Visits(newest, in.ints(), in.number());
  }
}
