package dev.attune.decision.rule;

import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.RulePage;
import dev.attune.merchandising.rule.Surface;
import dev.attune.merchandising.rule.Where;
import dev.attune.platform.id.GlobalId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What merchants pinned to a slot of a page that is about nothing in particular. */
public final class Pinned {
  private Pinned() {}

  /** The subjects of the pins that hold there for this shopper. */
  public static Set<GlobalId> to(String slot, DecisionContext context) {
    RulePage rules = context.on(slot).rules();
    @Nullable Surface surface = Surface.of(slot).orElse(null);
    Set<GlobalId> pinned = new HashSet<>();
    if (surface == null || rules.isEmpty(surface)) {
      return pinned;
    }
    rules.placing(new Where(surface, List.of(), null)).stream()
        .filter(rule -> rule.action() instanceof Action.Pin)
        .flatMap(rule -> rule.subjects().stream())
        .forEach(id -> GlobalId.parse(id).ifPresent(pinned::add));
    return pinned;
  }
}
