package dev.attune.experiments.statistics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A variant's raw sums as SQL's {@code sum} over {@code numeric} gives them: exact, so that
 * subtracting two large ones loses nothing. Columns as in {@link Moments}.
 */
public record Sums(long units, Totals totals, Products products) {
  /** Sums of the columns. */
  public record Totals(BigDecimal value, BigDecimal base, BigDecimal before) {}

  /** Sums of squares and of products of two columns. */
  public record Products(
      BigDecimal value,
      BigDecimal base,
      BigDecimal before,
      BigDecimal valueBase,
      BigDecimal valueBefore,
      BigDecimal baseBefore) {}

  public Moments moments() {
    if (units == 0) {
      return Moments.NONE;
    }
    return new Moments(
        units,
        new Moments.Means(mean(totals.value), mean(totals.base), mean(totals.before)),
        new Moments.Squares(
            centred(products.value, totals.value, totals.value),
            centred(products.base, totals.base, totals.base),
            centred(products.before, totals.before, totals.before),
            centred(products.valueBase, totals.value, totals.base),
            centred(products.valueBefore, totals.value, totals.before),
            centred(products.baseBefore, totals.base, totals.before)));
  }

  private double mean(BigDecimal total) {
    return total.divide(BigDecimal.valueOf(units), MathContext.DECIMAL64).doubleValue();
  }

  private double centred(BigDecimal products, BigDecimal one, BigDecimal other) {
    BigDecimal n = BigDecimal.valueOf(units);
    return products
        .multiply(n)
        .subtract(one.multiply(other))
        .divide(n, MathContext.DECIMAL64)
        .doubleValue();
  }
}
