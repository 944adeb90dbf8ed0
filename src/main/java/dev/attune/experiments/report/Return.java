package dev.attune.experiments.report;

import dev.attune.experiments.metric.Attributed;
import dev.attune.experiments.metric.Attribution.Period;
import dev.attune.experiments.trial.UseCase;
import java.util.List;
import java.util.Optional;

/**
 * What parts of the shop brought in within a time, beside what they cost.
 *
 * @param all the whole shop, with the holdout as its proof
 */
public record Return(Period period, List<OfPart> parts, OfPart all) {
  public Return {
    parts = List.copyOf(parts);
  }

  /**
   * One part, or all.
   *
   * @param useCase empty for all
   * @param costMinor programmes and discounts as entered with its experiments that ran in this time
   * @param proof the report of the last experiment that kept this part from some shoppers
   */
  public record OfPart(
      Optional<UseCase> useCase, Attributed.Part taken, long costMinor, Optional<Report> proof) {

    /** Margin for each unit of cost, empty without costs. */
    public Optional<Double> onCost() {
      return costMinor > 0
          ? Optional.of((double) taken.marginMinor() / costMinor)
          : Optional.empty();
    }
  }
}
