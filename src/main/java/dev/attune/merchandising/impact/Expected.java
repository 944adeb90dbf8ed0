package dev.attune.merchandising.impact;

import dev.attune.merchandising.impact.Bootstrap.Interval;
import dev.attune.merchandising.impact.Impact.Change;
import dev.attune.merchandising.impact.Impact.Estimate;
import dev.attune.platform.id.GlobalId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is expected to be taken, sold and earned before and after, for 1,000 decisions. */
final class Expected {
  private static final double FOR = 1_000;

  private final Chances chances;
  private final Worth.Book worths;
  private final List<double[]> sums = new ArrayList<>();
  private final List<Double> sizes = new ArrayList<>();
  private final List<Interval> intervals;
  private double known;
  private double all;

  /** Statistics of one shopper's decisions. */
  private enum Of {
    CLICKS,
    REVENUE,
    MARGIN;

    private static final int EACH = 3;

    int before() {
      return ordinal() * EACH;
    }

    int after() {
      return ordinal() * EACH + 1;
    }

    int difference() {
      return ordinal() * EACH + 2;
    }
  }

  Expected(List<Compared> decisions, Chances chances, Worth.Book worths) {
    this.chances = chances;
    this.worths = worths;
    Map<String, List<Compared>> shoppers = new LinkedHashMap<>();
    decisions.forEach(
        one -> shoppers.computeIfAbsent(one.shopper(), any -> new ArrayList<>()).add(one));
    for (List<Compared> theirs : shoppers.values()) {
      double[] sum = new double[Of.values().length * Of.EACH];
      theirs.forEach(one -> add(one, sum));
      sums.add(sum);
      sizes.add((double) theirs.size());
    }
    this.intervals = Bootstrap.of(sums, sizes);
  }

  private void add(Compared decision, double[] sum) {
    for (int i = 0; i < decision.before().size(); i++) {
      add(decision, decision.before().get(i), i + 1, sum, 0);
    }
    for (int i = 0; i < decision.after().size(); i++) {
      add(decision, decision.after().get(i), i + 1, sum, 1);
    }
    for (Of of : Of.values()) {
      sum[of.difference()] = sum[of.after()] - sum[of.before()];
    }
  }

  private void add(Compared decision, GlobalId subject, int place, double[] sum, int when) {
    double chance = chances.at(decision.slot(), subject, place);
    Worth worth = worths.of(subject);
    sum[Of.CLICKS.before() + when] += chance;
    sum[Of.REVENUE.before() + when] += chance * worth.revenue();
    sum[Of.MARGIN.before() + when] += chance * worth.margin();
    all += chance * worth.revenue();
    known += worth.costKnown() ? chance * worth.revenue() : 0;
  }

  int shoppers() {
    return sums.size();
  }

  Change clicks() {
    return change(Of.CLICKS);
  }

  /** Null where nothing is known of what is bought. */
  @Nullable Change revenue() {
    return all > 0 ? change(Of.REVENUE) : null;
  }

  /** Null where nothing is known of what is bought, or of what it cost. */
  @Nullable Change margin() {
    return known > 0 ? change(Of.MARGIN) : null;
  }

  /** The share of the revenue, before and after together, whose cost is known. */
  @Nullable Double coverage() {
    return all > 0 ? known / all : null;
  }

  private Change change(Of of) {
    return new Change(estimate(of.before()), estimate(of.after()), estimate(of.difference()));
  }

  private Estimate estimate(int statistic) {
    double size = Math.max(1, sizes.stream().mapToDouble(one -> one).sum());
    double value = FOR * sums.stream().mapToDouble(one -> one[statistic]).sum() / size;
    if (intervals.isEmpty()) {
      return new Estimate(value, null, null);
    }
    Interval interval = intervals.get(statistic);
    return new Estimate(value, FOR * interval.low(), FOR * interval.high());
  }
}
