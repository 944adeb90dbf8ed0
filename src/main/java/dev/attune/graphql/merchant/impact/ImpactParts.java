package dev.attune.graphql.merchant.impact;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.request.Nodes;
import dev.attune.graphql.schema.Node;
import dev.attune.merchandising.impact.Impact;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The parts of an impact. */
public final class ImpactParts {
  private ImpactParts() {}

  /** Decisions that were read and not compared. */
  @Description("Decisions that were read and not compared.")
  public record LeftOutDecisions(
      @Description("Their record does not say what the rule's scope asks for.") int withoutSetting,
      @Description("Made for bots and staff.") int notShoppers,
      @Description("Their record no longer gives the answer that was shown.") int unrepeatable) {
    static LeftOutDecisions of(Impact.LeftOut out) {
      return new LeftOutDecisions(out.withoutSetting(), out.notShoppers(), out.unrepeatable());
    }
  }

  /** Whether something is shown more or less. */
  public enum RuleMoveKind {
    RISES,
    FALLS,
    ENTERS,
    LEAVES
  }

  /** How the places of one thing change. */
  @Description("How the places of one thing change, on first pages.")
  public record RuleMove(
      @Id @NonNull String id,
      @Nullable Node node,
      @NonNull RuleMoveKind kind,
      int shownBefore,
      int shownAfter,
      @Nullable @Description("Where it stood on average, from 1.") Double placeBefore,
      @Nullable Double placeAfter,
      @Description("In first places: a place counts 1 / log2(place + 1).") double attentionBefore,
      double attentionAfter) {
    static RuleMove of(Impact.Move move, DecisionContext page) {
      return new RuleMove(
          move.subject().toString(),
          Nodes.find(move.subject(), page).orElse(null),
          kind(move),
          move.shownBefore(),
          move.shownAfter(),
          move.placeBefore(),
          move.placeAfter(),
          move.attentionBefore(),
          move.attentionAfter());
    }

    private static RuleMoveKind kind(Impact.Move move) {
      if (move.shownBefore() == 0) {
        return RuleMoveKind.ENTERS;
      }
      if (move.shownAfter() == 0) {
        return RuleMoveKind.LEAVES;
      }
      return move.attentionAfter() > move.attentionBefore()
          ? RuleMoveKind.RISES
          : RuleMoveKind.FALLS;
    }
  }

  /** A share of all attention. */
  @Description("A share of all attention on first pages, 0 to 1.")
  public record AttentionShare(@NonNull String of, double before, double after) {
    static AttentionShare of(Impact.Share share) {
      return new AttentionShare(share.of(), share.before(), share.after());
    }
  }

  /** A mean before and after. */
  public record ImpactChange(
      @NonNull ImpactEstimate before,
      @NonNull ImpactEstimate after,
      @NonNull ImpactEstimate difference) {
    static ImpactChange of(Impact.Change change) {
      return new ImpactChange(
          estimate(change.before()), estimate(change.after()), estimate(change.difference()));
    }

    static @Nullable ImpactChange ofNullable(Impact.@Nullable Change change) {
      return change == null ? null : of(change);
    }

    private static ImpactEstimate estimate(Impact.Estimate estimate) {
      return new ImpactEstimate(estimate.value(), estimate.low(), estimate.high());
    }
  }

  /** A mean and where it lies. */
  @Description("A mean, and where it lies with 95 % confidence; null with fewer than two shoppers.")
  public record ImpactEstimate(double value, @Nullable Double low, @Nullable Double high) {}
}
