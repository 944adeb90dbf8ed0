package dev.attune.search.column;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Price ranges with round limits: 0, 1, 5, 10, 25, 50, 100, 250 and so on, in major units. */
public final class PriceLadder {
  private static final double[] LIMITS = limits();
  private static final Pattern RANGE =
      Pattern.compile("\\s*(\\d{1,12}(?:\\.\\d{1,4})?)\\s*-\\s*(\\d{1,12}(?:\\.\\d{1,4})?)?\\s*");

  /**
   * Prices from a limit to below another, {@code 50-100}; without the other, {@code 1000-}, all
   * above.
   */
  public record Range(double from, double below) {
    /** Whatever the price. */
    public static final Range ALL = new Range(0, Double.POSITIVE_INFINITY);
  }

  private PriceLadder() {}

  public static int steps() {
    return LIMITS.length;
  }

  /** The step that a price stands on. */
  public static byte step(double price) {
    int at = Arrays.binarySearch(LIMITS, price);
    return (byte) Math.max(0, at >= 0 ? at : -at - 2);
  }

  /** The prices of a step. */
  public static Range range(int step) {
    return new Range(
        LIMITS[step], step + 1 < LIMITS.length ? LIMITS[step + 1] : Double.POSITIVE_INFINITY);
  }

  /** How filters name the step: {@code 50-100}. */
  public static String name(int step) {
    return plain(LIMITS[step]) + "-" + (step + 1 < LIMITS.length ? plain(LIMITS[step + 1]) : "");
  }

  /** Reads {@code 50-100} or {@code 50-}; empty for what is no range. */
  public static Optional<Range> range(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double from = Double.parseDouble(matcher.group(1));
    double below =
        matcher.group(2) == null ? Double.POSITIVE_INFINITY : Double.parseDouble(matcher.group(2));
    return from < below ? Optional.of(new Range(from, below)) : Optional.empty();
  }

  private static String plain(double limit) {
    return BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }

  private static double[] limits() {
    double[] limits = new double[31];
    limits[1] = 1;
    limits[2] = 5;
    double ten = 10;
    for (int i = 3; i + 2 < limits.length; i += 3) {
      limits[i] = ten;
      limits[i + 1] = ten * 2.5;
      limits[i + 2] = ten * 5;
      ten *= 10;
    }
    return Arrays.copyOf(limits, 30);
  }
}
