package dev.attune.merchandising.rule;

import dev.attune.merchandising.condition.Condition;
import dev.attune.merchandising.condition.Conditions;
import dev.attune.merchandising.segment.SegmentBook;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule ready to be asked.
 *
 * @param number its place in the book, from 0
 * @param condition null for none
 * @param segments the places of those that it is for
 */
record CompiledRule(
    int number, Rule rule, @Nullable Condition condition, Set<String> queries, int[] segments) {
  static CompiledRule of(int number, Rule rule, SegmentBook book) {
    @Nullable String text = rule.condition();
    return new CompiledRule(
        number,
        rule,
        text == null ? null : Conditions.ofProductAndShopper("condition", text),
        rule.scope().queries().stream().map(Where::key).collect(Collectors.toUnmodifiableSet()),
        book.numbers(rule.scope().segments()));
  }

  Action action() {
    return rule.action();
  }

  /** Whether its condition has one answer for a whole page. */
  boolean asksShopperOnly() {
    return condition != null && !condition.asksProduct();
  }

  /** Whether its condition has one answer for a product, whoever looks at it. */
  boolean asksProductOnly() {
    return condition != null && condition.asksProduct() && !condition.asksShopper();
  }

  /**
   * Whether it holds for some shoppers by what is known of them. What hides does not count: what
   * must not be shown is not a matter of taste.
   */
  boolean personal() {
    boolean asking = condition != null && condition.asksShopper();
    return (asking || !rule.scope().segments().isEmpty()) && !(action() instanceof Action.Hide);
  }

  boolean holdsOn(Where where) {
    return queries.isEmpty() || (where.query() != null && queries.contains(where.query()));
  }

  /** Whether a rule about places holds on this page: its categories are the page's. */
  boolean placesOn(Where where) {
    Set<String> categories = rule.scope().categories();
    return holdsOn(where)
        && (categories.isEmpty()
            || where.lineage().stream().anyMatch(id -> categories.contains(id.value())));
  }
}
