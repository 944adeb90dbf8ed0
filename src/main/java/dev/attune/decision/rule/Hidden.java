package dev.attune.decision.rule;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.RulePage;
import dev.attune.merchandising.rule.Surface;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What merchants' rules hide of a list that goes on behind what was decided. */
public final class Hidden {
  private Hidden() {}

  /** Those of the products that must not be shown in this slot. */
  public static Set<ProductId> among(Collection<ProductId> products, String slot, Ask ask) {
    RulePage rules = ask.context().rules();
    Optional<Surface> surface = Surface.of(slot).filter(one -> !rules.isEmpty(one));
    Set<ProductId> hidden = new HashSet<>();
    if (surface.isEmpty()) {
      return hidden;
    }
    List<GlobalId> subjects =
        products.stream().map(id -> new GlobalId(NodeType.PRODUCT, id.value())).toList();
    List<List<Rule>> matching =
        rules.matching(
            Ruled.where(surface.get(), ask),
            subjects,
            Ruled.products(subjects, ask.context().catalog()));
    for (int i = 0; i < matching.size(); i++) {
      if (matching.get(i).stream().anyMatch(rule -> rule.action() instanceof Action.Hide)) {
        hidden.add(new ProductId(subjects.get(i).local()));
      }
    }
    return hidden;
  }
}
