package dev.attune.graphql.experiments;

import dev.attune.experiments.metric.Attributed;
import dev.attune.experiments.report.Report;
import dev.attune.experiments.report.Report.Conclusion;
import dev.attune.experiments.report.Return;
import dev.attune.experiments.report.Return.OfPart;
import dev.attune.graphql.experiments.ExperimentReport.ExperimentEstimate;
import dev.attune.graphql.experiments.ExperimentReport.ExperimentReturn;
import dev.attune.graphql.experiments.UseCaseMetric.ShopUseCase;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Return by use case, as merchants read it. Money is in units of the currency. */
@Name("ReturnByUseCase")
public record ReturnView(
    @NonNull OffsetDateTime from,
    @NonNull OffsetDateTime to,
    @NonNull String currency,
    @Description("So many days after a decision a purchase still belongs to it.") int windowDays,
    @NonNull List<@NonNull UseCaseReturn> useCases,
    @NonNull @Description("The whole shop; its proof is the holdout.") UseCaseReturn all,
    @NonNull List<@NonNull String> notes) {

  /** One part of the shop. */
  @Name("UseCaseReturn")
  public record UseCaseReturn(
      @Nullable @Description("Null for the whole shop.") ShopUseCase useCase,
      @Description("Things taken up from its decisions, each once.") int clicks,
      @Description("Pieces put into a cart from there.") int cartAdds,
      @Description("Orders with goods that were come to through it.") int orders,
      @Description("What was paid for those goods, less what was paid back.") double revenue,
      @Description("Of everything that was paid.") @Nullable Double shareOfRevenue,
      @Description("What is left after discounts and the goods' cost, where that is known.")
          double margin,
      @Description("Lines of orders whose cost is not known.") int linesWithoutCost,
      @Description("As entered with its experiments that ran in this time.") double cost,
      @Description("Margin for each unit of cost; null without costs.")
          @Nullable Double returnOnCost,
      @Description("What holding it back from some shoppers showed; null where that was not tried.")
          @Nullable UseCaseProof proof) {
    static UseCaseReturn of(OfPart part, Attributed.Part all, String currency) {
      Attributed.Part taken = part.taken();
      return new UseCaseReturn(
          part.useCase().map(one -> ShopUseCase.valueOf(one.name())).orElse(null),
          Math.toIntExact(taken.clicks()),
          Math.toIntExact(taken.cartAdds()),
          Math.toIntExact(taken.orders()),
          Amounts.major(taken.paidMinor(), currency),
          all.paidMinor() > 0 ? (double) taken.paidMinor() / all.paidMinor() : null,
          Amounts.major(taken.marginMinor(), currency),
          Math.toIntExact(taken.uncosted()),
          Amounts.major(part.costMinor(), currency),
          part.onCost().orElse(null),
          part.proof().map(UseCaseProof::of).orElse(null));
    }
  }

  /** The first treatment of an experiment whose control goes without. */
  @Name("UseCaseProof")
  public record UseCaseProof(
      @NonNull @Id String experiment,
      @NonNull @Description("MORE, LESS, NOT_SURE or NOT_TO_BE_BELIEVED.") String answer,
      @NonNull @Description("Of the experiment's own metric.") ExperimentEstimate difference,
      @Nullable ExperimentEstimate lift,
      @NonNull ExperimentReturn economics) {
    static UseCaseProof of(Report report) {
      Conclusion conclusion = report.conclusions().get(0);
      double scale = ExperimentReport.scale(report);
      return new UseCaseProof(
          report.definition().id(),
          conclusion.advice().answer().name(),
          ExperimentEstimate.of(conclusion.primary().difference(), scale),
          conclusion.primary().lift().map(lift -> ExperimentEstimate.of(lift, 1)).orElse(null),
          ExperimentReturn.of(report.definition(), conclusion));
    }
  }

  static ReturnView of(Return found) {
    String currency = found.period().currency();
    Attributed.Part all = found.all().taken();
    return new ReturnView(
        found.period().from().atOffset(ZoneOffset.UTC),
        found.period().until().atOffset(ZoneOffset.UTC),
        currency,
        found.period().windowDays(),
        found.parts().stream().map(part -> UseCaseReturn.of(part, all, currency)).toList(),
        UseCaseReturn.of(found.all(), all, currency),
        notes(found));
  }

  private static List<String> notes(Return found) {
    return List.of(
        "Goods of an order belong to the last decision through which their buyer came to them in"
            + " the"
            + " %d days before; what was paid is shared among an order's goods by today's prices"
                .formatted(found.period().windowDays()),
        "Orders that were cancelled do not count; what was paid back is taken from what earned it",
        "What a part led to might have been bought without it: what it added is its proof");
  }
}
