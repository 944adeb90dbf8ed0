package dev.attune.merchandising.impact;

import dev.attune.platform.id.GlobalId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a thing is taken at a place: the place's rate times the thing's appeal, which is takes
 * over expected takes (COEC: Zhang and Jones, WWW 2007). Rates are drawn to a discount by the
 * logarithm of the place (Järvelin and Kekäläinen, ACM TOIS 20, 2002) and never rise from one place
 * to the next, appeals are drawn to 1: the posterior mean of a Poisson rate under a gamma prior
 * (Gelman et al., Bayesian Data Analysis, 2013, section 2.6).
 */
final class Chances {
  /** Takes of a first place before anything was seen: a stated guess, worth one look in a slot. */
  private static final double GUESS = .05;

  /** A place's own rate counts half when it was looked at so often: a stated guess. */
  private static final double PLACE_LOOKS = 200;

  /** A thing's own appeal counts half when so many takes were expected of it: a stated guess. */
  private static final double EXPECTED_TAKES = 5;

  private final Map<String, double[]> rates = new HashMap<>();
  private final Map<GlobalId, Double> appeals = new HashMap<>();
  private long takes;

  /** What happened at the places of one slot. */
  private static final class Counted {
    private final double[] looks = new double[Compared.PLACES];
    private final double[] takes = new double[Compared.PLACES];

    double[] rates() {
      double worth = 1;
      double taken = GUESS;
      for (int i = 0; i < looks.length; i++) {
        worth += looks[i] * discount(i + 1);
        taken += takes[i];
      }
      double first = taken / worth;
      double[] rates = new double[looks.length];
      for (int i = 0; i < rates.length; i++) {
        double prior = first * discount(i + 1);
        rates[i] = (takes[i] + PLACE_LOOKS * prior) / (looks[i] + PLACE_LOOKS);
      }
      levelled(rates);
      return rates;
    }

    /**
     * A later place is looked at no more than one before it: what is taken more there is the
     * thing's own merit. Where a rate rises, neighbours share one (pool adjacent violators: Barlow
     * and others, Statistical Inference under Order Restrictions, 1972).
     */
    private void levelled(double[] rates) {
      for (int end = 1; end < rates.length; end++) {
        int from = end;
        double weight = looks[end] + PLACE_LOOKS;
        double mean = rates[end];
        while (from > 0 && rates[from - 1] < mean) {
          from--;
          double more = looks[from] + PLACE_LOOKS;
          mean = (mean * weight + rates[from] * more) / (weight + more);
          weight += more;
        }
        Arrays.fill(rates, from, end + 1, mean);
      }
    }
  }

  private Chances() {}

  /** How much of a first place's attention a place has, from 1. */
  static double discount(int place) {
    return Math.log(2) / Math.log(1.0 + place);
  }

  static Chances of(List<Compared> decisions) {
    Chances chances = new Chances();
    Map<String, Counted> slots = new HashMap<>();
    for (Compared one : decisions) {
      Counted counted = slots.computeIfAbsent(one.slot(), any -> new Counted());
      for (int i = 0; i < one.before().size(); i++) {
        counted.looks[i]++;
        counted.takes[i] += one.taken().contains(one.before().get(i).local()) ? 1 : 0;
      }
    }
    slots.forEach((slot, counted) -> chances.rates.put(slot, counted.rates()));
    chances.appeal(decisions);
    return chances;
  }

  private void appeal(List<Compared> decisions) {
    Map<GlobalId, double[]> seen = new HashMap<>();
    for (Compared one : decisions) {
      for (int i = 0; i < one.before().size(); i++) {
        GlobalId subject = one.before().get(i);
        double[] takenAndExpected = seen.computeIfAbsent(subject, any -> new double[2]);
        boolean taken = one.taken().contains(subject.local());
        takenAndExpected[0] += taken ? 1 : 0;
        takenAndExpected[1] += rate(one.slot(), i + 1);
        takes += taken ? 1 : 0;
      }
    }
    seen.forEach(
        (subject, of) -> appeals.put(subject, (of[0] + EXPECTED_TAKES) / (of[1] + EXPECTED_TAKES)));
  }

  /** The chance that a thing is taken at a place, from 1. */
  double at(String slot, GlobalId subject, int place) {
    return Math.min(1, rate(slot, place) * appeals.getOrDefault(subject, 1.0));
  }

  /** How much was taken in all. */
  long takes() {
    return takes;
  }

  private double rate(String slot, int place) {
    double[] known = rates.get(slot);
    return known == null ? GUESS * discount(place) : known[place - 1];
  }
}
