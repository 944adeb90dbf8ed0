package dev.attune.merchandising.rule;

import dev.attune.merchandising.segment.SegmentBook;
import dev.attune.platform.error.AttuneException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Rules in force, compiled once and indexed by where they hold. What a condition says of a product
 * alone is remembered with the product, so that it costs a page nothing.
 */
public final class RuleBook {
  private static final Logger LOG = Logger.getLogger(RuleBook.class);

  /** No rule is in force. */
  public static final RuleBook EMPTY = new RuleBook(List.of(), SegmentBook.EMPTY);

  private final List<CompiledRule> rules = new ArrayList<>();
  private final SegmentBook segments;
  private final Map<Surface, SurfaceRules> surfaces = new EnumMap<>(Surface.class);
  private final boolean weighing;

  private RuleBook(List<Rule> inForce, SegmentBook segments) {
    this.segments = segments;
    inForce.stream().sorted(Rule.PRECEDENCE).forEach(this::add);
    for (Surface surface : Surface.values()) {
      surfaces.put(surface, new SurfaceRules(surface, rules));
    }
    this.weighing = rules.stream().anyMatch(rule -> rule.action() instanceof Action.Weigh);
  }

  /** A rule that another release let through is left out, not the shop. */
  private void add(Rule rule) {
    try {
      rules.add(CompiledRule.of(rules.size(), rule, segments));
    } catch (AttuneException refused) {
      LOG.errorf("Rule %s is left out: %s", rule.id(), refused.getMessage());
    }
  }

  /** Rules that were checked when they were saved. */
  public static RuleBook of(List<Rule> inForce, SegmentBook segments) {
    return inForce.isEmpty() && segments.isEmpty() ? EMPTY : new RuleBook(inForce, segments);
  }

  /** The rules for one page. */
  public RulePage page(Visit visit) {
    return new RulePage(this, visit);
  }

  /** Whether any rule lets the shop's own interest count. */
  public boolean weighs() {
    return weighing;
  }

  public int size() {
    return rules.size();
  }

  public SegmentBook segments() {
    return segments;
  }

  SurfaceRules on(Surface surface) {
    SurfaceRules found = surfaces.get(surface);
    if (found == null) {
      throw new IllegalStateException("No rules of " + surface);
    }
    return found;
  }
}
