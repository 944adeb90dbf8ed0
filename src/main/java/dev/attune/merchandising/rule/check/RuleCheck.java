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
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is checked of a rule before it is kept. */
public final class RuleCheck {
  /** Heroes that the shop makes of a category by itself have this before the category's id. */
  private static final String HERO_OF_CATEGORY = "category-";

  private RuleCheck() {}

  /**
   * Checks a rule against what is live.
   *
   * @return the live rules that it may clash with
   * @throws AttuneException with the field, for what is refused
   */
  public static List<RuleConflict> of(Rule rule, Shop shop, Instant now) {
    @Nullable String condition = rule.condition();
    if (condition != null) {
      Conditions.ofProductAndShopper("rule.condition", condition);
    }
    RuleBounds.check(rule);
    known(rule, shop.merchandise(), shop.catalog());
    List<Rule> live =
        shop.merchandise().rules().stream().flatMap(one -> Stream.ofNullable(one.live())).toList();
    Targets targets = new Targets(shop.catalog(), now);
    new EmptyPages(targets, shop.found()).check(rule, live);
    return new Conflicts(rule, targets).with(live);
  }

  private static void known(Rule rule, Merchandise merchandise, CatalogSnapshot catalog) {
    for (String subject : rule.subjects()) {
      boolean there =
          GlobalId.parse(subject).filter(id -> isThere(id, merchandise, catalog)).isPresent();
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

  private static boolean isThere(GlobalId id, Merchandise merchandise, CatalogSnapshot catalog) {
    String local = id.local();
    return switch (id.type()) {
      case PRODUCT -> catalog.product(new ProductId(local)).isPresent();
      case CATEGORY -> catalog.category(new CategoryId(local)).isPresent();
      case HERO ->
          merchandise.hero(local).isPresent()
              || merchandise.writtenHeroes().stream()
                  .anyMatch(one -> one.shown().id().equals(local))
              || local.startsWith(HERO_OF_CATEGORY);
      case OFFER ->
          merchandise.offer(local).isPresent()
              || merchandise.writtenOffers().stream()
                  .anyMatch(one -> one.shown().id().equals(local));
      case COLLECTION -> merchandise.collection(local).isPresent();
      case CONTENT_CARD -> merchandise.guide(local).isPresent();
      case BRAND -> true;
      case VARIANT, PRODUCT_BADGE, DECISION, SHOPPER -> false;
    };
  }

  private static void require(boolean known, String field, String id) {
    if (!known) {
      throw new AttuneException(ErrorCode.UNKNOWN_ID, field, "There is no '" + id + "'");
    }
  }
}
