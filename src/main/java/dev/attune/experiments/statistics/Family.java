package dev.attune.experiments.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrections for asking many questions of one experiment. The few that decide (primary metrics
 * times treatments) are corrected by Holm, which keeps the chance of any false claim at alpha; the
 * many that explain are filtered by e-BH, which keeps the expected share of false claims among the
 * claims at alpha. Both hold under any dependence, and metrics of the same visitors are dependent.
 */
public final class Family {
  private Family() {}

  /** The alpha of each of so many intervals that are to hold all at once (Bonferroni). */
  public static double each(double alpha, int comparisons) {
    return alpha / Math.max(1, comparisons);
  }

  /**
   * Adjusted p-values, to be compared with alpha as they are (Holm, Scandinavian Journal of
   * Statistics 6, 1979). Where the p-values are valid at every look, so are these.
   */
  public static List<Double> holm(List<Double> pValues) {
    Double[] adjusted = new Double[pValues.size()];
    double highest = 0;
    int left = pValues.size();
    for (int i : ordered(pValues, Comparator.naturalOrder())) {
      highest = Math.max(highest, Math.min(1, pValues.get(i) * left));
      adjusted[i] = highest;
      left--;
    }
    return List.of(adjusted);
  }

  /**
   * Which of these can be claimed (Wang and Ramdas, "False discovery rate control with e-values",
   * JRSS B 84, 2022, section 4): the k largest for the largest k whose k-th is at least {@code size
   * / (alpha k)}. Benjamini and Yekutieli's correction of p-values would hold too, but pays a
   * factor of {@code 1 + 1/2 + … + 1/size} for the dependence that e-values do not mind.
   *
   * @param logEvidence natural logarithms of e-values
   */
  public static List<Boolean> claims(List<Double> logEvidence, double alpha) {
    List<Integer> order = ordered(logEvidence, Comparator.reverseOrder());
    int claimed = 0;
    for (int k = 1; k <= order.size(); k++) {
      if (logEvidence.get(order.get(k - 1)) >= Math.log(order.size() / (alpha * k))) {
        claimed = k;
      }
    }
    List<Integer> chosen = order.subList(0, claimed);
    List<Boolean> claims = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      claims.add(chosen.contains(i));
    }
    return List.copyOf(claims);
  }

  private static List<Integer> ordered(List<Double> values, Comparator<Double> by) {
    return IntStream.range(0, values.size())
        .boxed()
        .sorted(Comparator.comparing(values::get, by))
        .toList();
  }
}
