package dev.attune.models.exam;

import java.util.Arrays;

/** At which place of each answer the truth stood. */
public final class ExamResult {
  /** The truth was not in the answer. */
  static final int NOWHERE = Integer.MAX_VALUE;

  private static final int LIST = 10;

  /** The 95 % point of the normal distribution: one in twenty equals is held for worse. */
  private static final double SURE = 1.645;

  private final int[] places;

  ExamResult(int[] places) {
    this.places = places.clone();
  }

  public int questions() {
    return places.length;
  }

  /** The share of answers with the truth among the first ten. */
  public double hitRate() {
    return Arrays.stream(places).mapToDouble(place -> place < LIST ? 1 : 0).average().orElse(0);
  }

  /** The mean of 1 / log2(1 + rank) among the first ten, else 0. */
  public double ndcg() {
    return Arrays.stream(places).mapToDouble(ExamResult::gain).average().orElse(0);
  }

  /**
   * Whether these answers are worse than the other's to the same questions, by more than chance
   * explains: the paired differences of their gains, their mean against its standard error.
   *
   * @throws IllegalArgumentException when the questions were others
   */
  public boolean worseThan(ExamResult other) {
    if (other.places.length != places.length) {
      throw new IllegalArgumentException("Two exams of different length");
    }
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < places.length; i++) {
      double difference = gain(places[i]) - gain(other.places[i]);
      sum += difference;
      squares += difference * difference;
    }
    int n = places.length;
    if (n < 2) {
      return false;
    }
    double mean = sum / n;
    double error = Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1));
    return mean + SURE * error < 0;
  }

  private static double gain(int place) {
    return place < LIST ? Math.log(2) / Math.log(place + 2.0) : 0;
  }
}
