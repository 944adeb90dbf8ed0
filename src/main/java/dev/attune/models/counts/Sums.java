package dev.attune.models.counts;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Sums of arrays and maps, entry by entry. */
final class Sums {
  private Sums() {}

  static int[] of(int[] a, int[] b) {
    int[] sums = a.clone();
    Arrays.setAll(sums, i -> a[i] + b[i]);
    return sums;
  }

  static long[] of(long[] a, long[] b) {
    long[] sums = a.clone();
    Arrays.setAll(sums, i -> a[i] + b[i]);
    return sums;
  }

  static Map<String, Integer> of(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> sums = new TreeMap<>(a);
    b.forEach((key, count) -> sums.merge(key, count, Integer::sum));
    return sums;
  }
}
