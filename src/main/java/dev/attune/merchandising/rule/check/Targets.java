package dev.attune.merchandising.rule.check;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.merchandising.condition.Condition;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.condition.Facts;
import dev.attune.merchandising.condition.ProductField;
import dev.attune.merchandising.condition.ShopperSeen;
import dev.attune.merchandising.rule.Rule;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules are about, for whoever they hold: a condition on the shopper alone is taken as met,
 * one on product and shopper together is asked for a newcomer, whom every shop has most of.
 */
record Targets(CatalogSnapshot catalog, Instant now, Facts newcomer) {
  Targets(CatalogSnapshot catalog, Instant now) {
    this(catalog, now, ShopperSeen.away(Profile.NOBODY, catalog, now).facts());
  }

  /** Whether the rule is about a subject, by its global id. */
  boolean hit(Rule rule, String subject) {
    Optional<Product> product =
        GlobalId.parse(subject)
            .filter(id -> id.type() == NodeType.PRODUCT)
            .flatMap(id -> catalog.product(new ProductId(id.local())));
    return product.map(one -> hit(rule, one)).orElse(rule.subjects().contains(subject));
  }

  boolean hit(Rule rule, Product product) {
    return aimed(rule, product) && met(rule, product);
  }

  /** Whether one of these categories is one of those, or below or above one. */
  boolean related(Set<String> some, Set<String> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(other -> related(one, other)));
  }

  private boolean related(String one, String other) {
    CategoryId id = new CategoryId(one);
    CategoryId otherId = new CategoryId(other);
    return id.equals(otherId)
        || catalog.lineage(id).contains(otherId)
        || catalog.lineage(otherId).contains(id);
  }

  /** Whether the rule names a product, or a category of it, or everything. */
  boolean aimed(Rule rule, Product product) {
    if (!rule.subjects().isEmpty()) {
      String id = new GlobalId(NodeType.PRODUCT, product.id().value()).toString();
      return rule.subjects().contains(id);
    }
    return rule.scope().categories().isEmpty()
        || product.categories().stream()
            .flatMap(leaf -> catalog.lineage(leaf).stream())
            .map(CategoryId::value)
            .anyMatch(rule.scope().categories()::contains);
  }

  private boolean met(Rule rule, Product product) {
    @Nullable String text = rule.condition();
    if (text == null) {
      return true;
    }
    Condition condition = Conditions.ofProductAndShopper("rule.condition", text);
    return !condition.asksProduct()
        || condition.holds(ProductField.of(product, catalog, now).or(newcomer));
  }
}
