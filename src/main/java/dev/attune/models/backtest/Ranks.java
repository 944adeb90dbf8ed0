package dev.attune.models.backtest;

import dev.attune.catalog.ProductId;
import dev.attune.models.Scored;
import java.util.Arrays;
import java.util.List;

/** At which place each answer had what really came next, and how long it took. */
final class Ranks {
  private static final double LOG_2 = Math.log(2);

  private int[] places = new int[1024];
  private long[] nanos = new long[1024];
  private int count;

  /**
   * @param answer best first
   */
  void add(List<Scored> answer, ProductId truth, long took) {
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count] = took;
    places[count++] = place(answer, truth);
  }

  private static int place(List<Scored> answer, ProductId truth) {
    for (int place = 0; place < answer.size(); place++) {
      if (answer.get(place).product().equals(truth)) {
        return place;
      }
    }
    return Integer.MAX_VALUE;
  }

  int count() {
    return count;
  }

  /** The share of answers that had it among the first {@code n}. */
  double hitRate(int n) {
    return mean(n, place -> 1);
  }

  /** The mean of 1 / log2(1 + rank) where it was among the first {@code n}, else 0. */
  double ndcg(int n) {
    return mean(n, place -> LOG_2 / Math.log(place + 2));
  }

  /** The mean of 1 / rank where it was among the first {@code n}, else 0. */
  double reciprocal(int n) {
    return mean(n, place -> 1.0 / (place + 1));
  }

  /** How long an answer took at most, of this part of all. */
  double micros(double quantile) {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1, Math.floor(quantile * count))] / 1e3;
  }

  private interface Gain {
    double at(int place);
  }

  private double mean(int n, Gain gain) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += places[i] < n ? gain.at(places[i]) : 0;
    }
    return count == 0 ? 0 : sum / count;
  }
}
