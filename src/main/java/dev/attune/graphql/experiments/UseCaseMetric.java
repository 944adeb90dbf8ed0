package dev.attune.graphql.experiments;

import dev.attune.experiments.report.Report;
import dev.attune.experiments.report.UseCaseEffect;
import dev.attune.experiments.statistics.Effect;
import dev.attune.graphql.experiments.ExperimentReport.ExperimentEstimate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One taking from one part of the shop, a shopper, of a treatment against the control. */
@Name("ExperimentUseCase")
@Description(
    "What shoppers took from one part of the shop, each on average. An event belongs to the decision"
        + " that it names; goods of an order to the last decision through which their buyer came to"
        + " them within the experiment's window. It explains, and claims nothing.")
public record UseCaseMetric(
    @NonNull ShopUseCase useCase,
    @NonNull UseCaseTaking metric,
    @NonNull String variant,
    double control,
    double treatment,
    @NonNull ExperimentEstimate difference,
    @Nullable ExperimentEstimate lift) {

  /** What a part of the shop is for. */
  @Enum("ShopUseCase")
  public enum ShopUseCase {
    HOME,
    SEARCH,
    CATEGORY,
    PRODUCT,
    CART,
    EMAIL
  }

  /** What can be taken there. */
  @Enum("UseCaseTaking")
  public enum UseCaseTaking {
    CLICKS,
    CART_ADDS,
    CONVERSION,
    REVENUE,
    MARGIN
  }

  static List<UseCaseMetric> of(Report report, List<UseCaseEffect> effects) {
    double minor = Amounts.major(1, report.definition().measuring().currency());
    return effects.stream().map(one -> of(one, one.taking().money() ? minor : 1)).toList();
  }

  private static UseCaseMetric of(UseCaseEffect one, double scale) {
    Effect effect = one.effect();
    return new UseCaseMetric(
        ShopUseCase.valueOf(one.useCase().name()),
        UseCaseTaking.valueOf(one.taking().name()),
        one.variant(),
        effect.control().mean() * scale,
        effect.treatment().mean() * scale,
        ExperimentEstimate.of(effect.difference(), scale),
        effect.lift().map(lift -> ExperimentEstimate.of(lift, 1)).orElse(null));
  }
}
