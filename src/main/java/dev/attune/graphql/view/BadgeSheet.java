package dev.attune.graphql.view;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.BadgeSlot;
import dev.attune.decision.source.badge.Badge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The badges of products that stand together on a page: one decision for all of them, when those of
 * the first are asked for.
 */
public final class BadgeSheet {
  private final DecisionContext page;
  private final Set<ProductId> products = new LinkedHashSet<>();
  private final Map<Integer, Map<ProductId, Badges>> known = new HashMap<>();

  public BadgeSheet(DecisionContext page) {
    this.page = page;
  }

  /** The badges of one product, and the decision that they come from. */
  public record Badges(Decided decided, List<Shown> shown) {}

  /** A badge, and why. */
  public record Shown(Badge badge, Decided.Item item) {}

  synchronized void add(ProductId product) {
    products.add(product);
  }

  /** At most {@code first} badges of a product of this sheet. */
  synchronized Badges of(ProductId product, int first, DecisionPipeline pipeline) {
    Map<ProductId, Badges> decided = known.computeIfAbsent(first, any -> new HashMap<>());
    if (!decided.containsKey(product)) {
      decide(first, pipeline, decided);
    }
    return Objects.requireNonNull(decided.get(product));
  }

  private void decide(int first, DecisionPipeline pipeline, Map<ProductId, Badges> into) {
    List<ProductId> pool = products.stream().filter(id -> !into.containsKey(id)).toList();
    Decided decided = pipeline.decide(BadgeSlot.BADGES, Ask.of(page, first).among(pool));
    pool.forEach(id -> into.put(id, new Badges(decided, new ArrayList<>())));
    for (Decided.Item item : decided.items()) {
      Badge.marked(item.subject())
          .ifPresent(
              marked ->
                  Objects.requireNonNull(into.get(marked.product()))
                      .shown()
                      .add(new Shown(marked.badge(), item)));
    }
  }
}
