package dev.attune.graphql.listing;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Slot;
import dev.attune.decision.slot.ListingSlot;
import dev.attune.graphql.list.ListCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of one list.
 *
 * @param slot that ranks the list's beginning
 * @param query the list's name
 * @param category whose products are listed, or null
 * @param words what was searched for, or null
 */
record Asked(
    DecisionContext page,
    Slot slot,
    String query,
    Turn turn,
    @Nullable CategoryId category,
    @Nullable String words) {
  /** No list can be walked further. */
  static final int LONGEST = 10_000;

  /** So many more are looked at than a page needs, for those that came in front of it. */
  private static final int SLACK = 100;

  /** So many products may be brought in by merchants' rules. */
  private static final int BROUGHT = 100;

  Asked {
    @Nullable ListCursor after = turn.after();
    if (after != null) {
      after.requireOf(query);
    }
  }

  /** What is to be ranked, of the products that these lists begin with. */
  Ask ask(List<ProductId> top, List<Double> strengths) {
    Ask ask = Ask.of(page, ListingSlot.WINDOW + BROUGHT).among(top, strengths).searching(words);
    return category == null ? ask : ask.in(category);
  }

  /** How much of the list is looked at for this page of it, at first. */
  int depth() {
    return Math.min(LONGEST, Math.max(ListingSlot.WINDOW, turn.behind() + turn.first()) + SLACK);
  }

  /** How much more of it, where too much of that must not be shown. */
  static int deeper(int depth) {
    return Math.min(LONGEST, 4 * depth);
  }
}
