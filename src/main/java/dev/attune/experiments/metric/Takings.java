package dev.attune.experiments.metric;

import dev.attune.experiments.statistics.Moments;
import dev.attune.experiments.statistics.Sums;
import dev.attune.experiments.trial.UseCase;
import java.math.BigDecimal;
import java.util.Map;

/** What was taken from each part of the shop, summed over the shoppers of each variant. */
public record Takings(Map<Of, Map<Taking, Sum>> sums) {
  private static final Sum NOTHING = new Sum(BigDecimal.ZERO, BigDecimal.ZERO);

  public Takings {
    sums = Map.copyOf(sums);
  }

  /** Whose sums they are. */
  public record Of(UseCase useCase, String variant) {}

  /** A sum over shoppers, and that of the squares. */
  public record Sum(BigDecimal total, BigDecimal squares) {}

  /**
   * Of a variant, whoever took nothing included.
   *
   * @param shoppers who are compared
   */
  public Moments moments(Of of, Taking taking, long shoppers) {
    Sum sum = sums.getOrDefault(of, Map.of()).getOrDefault(taking, NOTHING);
    BigDecimal zero = BigDecimal.ZERO;
    return new Sums(
            shoppers,
            new Sums.Totals(sum.total, zero, zero),
            new Sums.Products(sum.squares, zero, zero, zero, zero, zero))
        .moments();
  }
}
