package dev.attune.decision.rule;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.RulePage;
import dev.attune.merchandising.rule.Surface;
import dev.attune.merchandising.rule.Where;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.Collection;
import java.util.HashSet;
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
    Where where = Ruled.where(surface.get(), ask);
    for (ProductId id : products) {
      GlobalId subject = new GlobalId(NodeType.PRODUCT, id.value());
      boolean hides =
          rules.matching(where, subject, ask.context().catalog().product(id).orElse(null)).stream()
              .anyMatch(rule -> rule.action() instanceof Action.Hide);
      if (hides) {
        hidden.add(id);
      }
    }
    return hidden;
  }
}
