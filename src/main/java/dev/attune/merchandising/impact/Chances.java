package dev.attune.merchandising.impact;

import dev.attune.platform.id.GlobalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a thing is taken at a place: the place's rate times the thing's appeal, which is takes
 * over expected takes (COEC: Zhang and Jones, WWW 2007). Rates are drawn to a discount by the
 * logarithm of the place (Järvelin and Kekäläinen, ACM TOIS 20, 2002), appeals to 1: the posterior
 * mean of a Poisson rate under a gamma prior (Gelman et al., Bayesian Data Analysis, 2013, section
 * 2.6).
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
      return rates;
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
