package dev.attune.merchandising.rule.check;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.Merchandise;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is checked of a rule before it is kept. */
public final class RuleCheck {
  private RuleCheck() {}

  /**
   * Checks a rule against what is live.
   *
   * @return the live rules that it may clash with
   * @throws AttuneException with the field, for what is refused
   */
  public static List<RuleConflict> of(
      Rule rule, Merchandise merchandise, CatalogSnapshot catalog, Instant now) {
    @Nullable String condition = rule.condition();
    if (condition != null) {
      Conditions.ofProductAndShopper("rule.condition", condition);
    }
    RuleBounds.check(rule);
    known(rule, merchandise, catalog);
    List<Rule> live =
        merchandise.rules().stream().flatMap(one -> Stream.ofNullable(one.live())).toList();
    Targets targets = new Targets(catalog, now);
    new EmptyPages(targets).check(rule, live);
    return new Conflicts(rule, targets).with(live);
  }

  private static void known(Rule rule, Merchandise merchandise, CatalogSnapshot catalog) {
    for (String subject : rule.subjects()) {
      Optional<GlobalId> id = GlobalId.parse(subject);
      boolean there =
          id.isPresent()
              && (id.get().type() != NodeType.PRODUCT
                  || catalog.product(new ProductId(id.get().local())).isPresent());
      require(there, "rule.subjects", subject);
    }
    for (String category : rule.scope().categories()) {
      require(
          catalog.category(new CategoryId(category)).isPresent(),
          "rule.scope.categories",
          category);
    }
    for (String segment : rule.scope().segments()) {
      require(merchandise.segment(segment).isPresent(), "rule.scope.segments", segment);
    }
    if (rule.action() instanceof Action.Fill fill) {
      require(
          merchandise.collection(fill.collection()).isPresent(),
          "rule.fill.collection",
          fill.collection());
    }
  }

  private static void require(boolean known, String field, String id) {
    if (!known) {
      throw new AttuneException(ErrorCode.UNKNOWN_ID, field, "There is no '" + id + "'");
    }
  }
}
