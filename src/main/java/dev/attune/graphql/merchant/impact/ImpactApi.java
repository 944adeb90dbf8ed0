package dev.attune.graphql.merchant.impact;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.merchant.Amounts;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.impact.RuleImpactView.Warned;
import dev.attune.graphql.merchant.rule.RuleInput;
import dev.attune.graphql.merchant.rule.RuleReading;
import dev.attune.graphql.merchant.rule.ShopNow;
import dev.attune.graphql.request.Pages;
import dev.attune.merchandising.impact.RuleImpacts;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.check.RuleCheck;
import dev.attune.merchandising.rule.check.RuleConflict;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What a draft would have changed of the decisions of the last days. */
@GraphQLApi
public class ImpactApi {
  private static final int DAYS = 7;
  private static final int MOST = 2_000;
  private static final int FIRST = 20;

  private final Merchants merchants;
  private final Pages pages;
  private final RuleImpacts impacts;
  private final ShopNow shop;
  private final Amounts amounts;

  ImpactApi(Merchants merchants, Pages pages, RuleImpacts impacts, ShopNow shop, Amounts amounts) {
    this.merchants = merchants;
    this.pages = pages;
    this.impacts = impacts;
    this.shop = shop;
    this.amounts = amounts;
  }

  /** How much is looked at. */
  private record Looked(int days, int most, int first) {
    static Looked of(@Nullable Integer days, @Nullable Integer most, @Nullable Integer first) {
      Looked looked =
          new Looked(
              days == null ? DAYS : days,
              most == null ? MOST : most,
              Slice.size("first", first == null ? FIRST : first));
      Merchants.require(
          looked.days >= 1 && looked.days <= RuleImpacts.MOST_DAYS,
          "days",
          "Days are 1 to " + RuleImpacts.MOST_DAYS);
      Merchants.require(
          looked.most >= 1 && looked.most <= RuleImpacts.MOST_DECISIONS,
          "most",
          "Decisions are 1 to " + RuleImpacts.MOST_DECISIONS);
      return looked;
    }
  }

  @Query
  @NonNull
  @Description(
      "What a rule would have changed of the decisions of the last days (1 to 30), had it been in"
          + " force as drafted, in place of what is live under its id: recorded questions are asked"
          + " again with it. Of many decisions a fixed sample of whole shoppers is read (most, 1 to"
          + " 10000). Exactly one of draft and saved; what saveRule refuses is refused here, too."
          + " For merchandisers.")
  public Uni<RuleImpactView> ruleImpact(
      @Nullable RuleInput draft,
      @Id @Nullable String saved,
      @DefaultValue("7") @Nullable Integer days,
      @DefaultValue("2000") @Nullable Integer most,
      @DefaultValue("20") @Nullable Integer first,
      @Nullable PageContextInput context,
      Context operation) {
    return merchants.weighing(
        () -> {
          Merchants.require(
              (draft == null) != (saved == null),
              "draft",
              "Exactly one of draft and saved is needed");
          Looked looked = Looked.of(days, most, first);
          return pages
              .page(operation)
              .emitOn(Infrastructure.getDefaultWorkerPool())
              .map(page -> impact(rule(draft, saved, page), looked, page));
        });
  }

  private RuleImpactView impact(Rule rule, Looked looked, DecisionContext page) {
    List<RuleConflict> conflicts =
        RuleCheck.of(rule, shop.of(page.merchandise(), page.shop(), page.now()), page.now());
    return RuleImpactView.of(
        impacts.of(rule, looked.days(), looked.most(), page),
        new Warned(conflicts, amounts.warnings(rule.condition(), rule.scope().markets())),
        looked.first(),
        page);
  }

  private static Rule rule(
      @Nullable RuleInput draft, @Nullable String saved, DecisionContext page) {
    return draft == null
        ? page.merchandise().drafts(List.of(String.valueOf(saved))).get(0)
        : RuleReading.rule(draft);
  }
}
