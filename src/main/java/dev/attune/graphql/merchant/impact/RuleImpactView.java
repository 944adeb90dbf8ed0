package dev.attune.graphql.merchant.impact;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.merchant.impact.ImpactParts.AttentionShare;
import dev.attune.graphql.merchant.impact.ImpactParts.ImpactChange;
import dev.attune.graphql.merchant.impact.ImpactParts.LeftOutDecisions;
import dev.attune.graphql.merchant.impact.ImpactParts.RuleMove;
import dev.attune.graphql.merchant.rule.MerchantRule.Conflict;
import dev.attune.merchandising.impact.Impact;
import dev.attune.merchandising.rule.check.RuleConflict;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a rule would have changed, as a merchant reads it. */
@Name("RuleImpact")
@Description(
    "What a rule would have changed. Expectations are for 1,000 decisions, with intervals of 95 %"
        + " from resampling shoppers.")
public record RuleImpactView(
    @NonNull OffsetDateTime from,
    @NonNull OffsetDateTime to,
    @Description("Decisions of the window on the pages that the rule is for.") long decisions,
    @Description("How many of them were read.") int read,
    @NonNull LeftOutDecisions leftOut,
    @Description("Of the decisions that were compared.") int shoppers,
    @Description("Decisions in which the rule does something else than was recorded.") int touched,
    @Description("Decisions whose first page would have been another.") int changed,
    @Description("How many products would have got more attention.") int rising,
    int falling,
    @Description("How many of the rising were on no first page.") int entering,
    @Description("How many of the falling would be on no first page.") int leaving,
    @NonNull @Description("The most moved first.") List<@NonNull RuleMove> moves,
    @NonNull @Description("The most changed first.") List<@NonNull AttentionShare> brands,
    @NonNull @Description("By handle of the leaf category, the most changed first.")
        List<@NonNull AttentionShare> categories,
    @NonNull @Description("Expected things taken: clicked, viewed, put into a cart or bought.")
        ImpactChange clicks,
    @Nullable @Description("In major units; null where no purchase is known of.")
        ImpactChange revenue,
    @Nullable @Description("Of what has a cost; null where nothing has.") ImpactChange margin,
    @Nullable String currencyCode,
    @Nullable @Description("The share of the expected revenue whose cost is known, 0 to 1.")
        Double marginCoverage,
    @Description("What shoppers took of the compared decisions: what chances rest on.") long takes,
    @NonNull @Description("Live rules that it may clash with.") List<@NonNull Conflict> conflicts,
    @NonNull @Description("What the numbers rest on.") List<@NonNull String> assumptions) {

  /** What is to be said of a rule beside its impact. */
  record Warned(List<RuleConflict> conflicts, List<String> amounts) {}

  static RuleImpactView of(Impact impact, Warned warned, int first, DecisionContext page) {
    @Nullable Currency currency = impact.currency();
    List<Impact.Move> rising =
        impact.moves().stream()
            .filter(move -> move.attentionAfter() > move.attentionBefore())
            .toList();
    return new RuleImpactView(
        impact.from().atOffset(ZoneOffset.UTC),
        impact.to().atOffset(ZoneOffset.UTC),
        impact.found(),
        impact.read(),
        LeftOutDecisions.of(impact.leftOut()),
        impact.shoppers(),
        impact.touched(),
        impact.changed(),
        rising.size(),
        impact.moves().size() - rising.size(),
        (int) rising.stream().filter(move -> move.shownBefore() == 0).count(),
        (int) impact.moves().stream().filter(move -> move.shownAfter() == 0).count(),
        impact.moves().stream().limit(first).map(move -> RuleMove.of(move, page)).toList(),
        impact.brands().stream().limit(first).map(AttentionShare::of).toList(),
        impact.categories().stream().limit(first).map(AttentionShare::of).toList(),
        ImpactChange.of(impact.clicks()),
        ImpactChange.ofNullable(impact.revenue()),
        ImpactChange.ofNullable(impact.margin()),
        currency == null ? null : currency.getCurrencyCode(),
        impact.marginCoverage(),
        impact.takes(),
        warned.conflicts().stream().map(Conflict::of).toList(),
        Assumptions.of(impact, warned.amounts()));
  }
}
