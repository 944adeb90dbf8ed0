package dev.attune.merchandising.rule;

import dev.attune.catalog.Product;
import dev.attune.merchandising.condition.Condition;
import dev.attune.merchandising.condition.Facts;
import dev.attune.merchandising.condition.ProductField;
import dev.attune.merchandising.segment.SegmentPage;
import dev.attune.platform.id.GlobalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for one shopper on one page: whether a rule holds for them is found out once, when it
 * first matters. For one thread at a time.
 */
public final class RulePage {
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final RuleBook book;
  private final Visit visit;
  private final Facts shopper;
  private final SegmentPage segments;
  private final byte[] holds;
  private final boolean impersonal;
  private @Nullable RulePage forAnybody;
  private @Nullable Where listed;
  private List<Rule> sweeping = List.of();

  RulePage(RuleBook book, Visit visit) {
    this(book, visit, false);
  }

  private RulePage(RuleBook book, Visit visit, boolean impersonal) {
    this.book = book;
    this.impersonal = impersonal;
    this.visit = visit;
    this.shopper = visit.shopper().facts();
    this.segments = book.segments().page(shopper, visit.assumed());
    this.holds = new byte[book.size()];
  }

  /** This page without the rules that hold by what is known of the shopper, but those that hide. */
  public RulePage impersonal() {
    if (impersonal) {
      return this;
    }
    if (forAnybody == null) {
      forAnybody = new RulePage(book, visit, true);
    }
    return forAnybody;
  }

  /** The segments that the shopper is in; each is asked once. */
  public SegmentPage segments() {
    return segments;
  }

  /**
   * Whether the shopper is in one of these segments; nobody is where a page is for nobody in
   * particular, and everybody where there are none.
   */
  public boolean includes(Set<String> wanted) {
    return wanted.isEmpty() || (!impersonal && segments.inAny(wanted));
  }

  /** Whether a condition holds for a product and this shopper, as far as the page is for them. */
  public boolean meets(Condition condition, Product product) {
    return !(impersonal && condition.asksShopper())
        && condition.holds(ProductField.of(product, visit.shopper().catalog(), now()).or(shopper));
  }

  /** When the page is looked at. */
  public Instant now() {
    return visit.shopper().now();
  }

  public boolean weighs() {
    return book.weighs();
  }

  /** Whether no rule can do anything there. */
  public boolean isEmpty(Surface surface) {
    return book.on(surface).isEmpty();
  }

  /** The pins and slots that hold there, by precedence. */
  public List<Rule> placing(Where where) {
    List<Rule> placing = new ArrayList<>();
    for (CompiledRule one : book.on(where.surface()).placing()) {
      if (one.placesOn(where) && holds(one)) {
        placing.add(one.rule());
      }
    }
    return placing;
  }

  /**
   * The rules that match each candidate there, by no order in particular. What is remembered of
   * products is fetched in one go, because it lies far apart in memory.
   *
   * @param products that the subjects are, null for what is none
   */
  public List<List<Rule>> matching(
      Where where, List<GlobalId> subjects, @Nullable Product[] products) {
    SurfaceRules rules = book.on(where.surface());
    List<List<CompiledRule>> touching = new ArrayList<>(products.length);
    for (int i = 0; i < products.length; i++) {
      @Nullable Product product = products[i];
      touching.add(
          product == null
              ? rules.touching(subjects.get(i))
              : rules.touching(product, visit.shopper()));
    }
    List<Rule> sweeping = sweeping(where, rules);
    List<List<Rule>> matching = new ArrayList<>(products.length);
    for (int i = 0; i < products.length; i++) {
      matching.add(matching(where, sweeping, touching.get(i), products[i]));
    }
    return matching;
  }

  private List<Rule> matching(
      Where where, List<Rule> sweeping, List<CompiledRule> touching, @Nullable Product product) {
    if (touching.isEmpty()) {
      return sweeping;
    }
    List<Rule> matching = new ArrayList<>(sweeping);
    for (CompiledRule one : touching) {
      if (one.holdsOn(where) && holds(one) && meets(one, product)) {
        matching.add(one.rule());
      }
    }
    return matching;
  }

  /** What holds for a whole list is found out once for it, not for each candidate. */
  private List<Rule> sweeping(Where where, SurfaceRules rules) {
    if (!where.equals(listed)) {
      sweeping =
          rules.sweeping().stream()
              .filter(one -> one.holdsOn(where) && holds(one))
              .map(CompiledRule::rule)
              .toList();
      listed = where;
    }
    return sweeping;
  }

  /** What it asks of the product alone was found out before. */
  private boolean meets(CompiledRule one, @Nullable Product product) {
    @Nullable Condition condition = one.condition();
    return condition == null
        || !condition.asksProduct()
        || !condition.asksShopper()
        || (product != null
            && condition.holds(
                ProductField.of(product, visit.shopper().catalog(), now()).or(shopper)));
  }

  /** Whether a rule holds for this shopper, here and now. */
  private boolean holds(CompiledRule one) {
    if (holds[one.number()] == 0) {
      holds[one.number()] = findOut(one) ? YES : NO;
    }
    return holds[one.number()] == YES;
  }

  private boolean findOut(CompiledRule one) {
    Scope scope = one.rule().scope();
    return !(impersonal && one.personal())
        && among(scope.markets(), visit.shopper().country())
        && among(scope.devices(), visit.shopper().device())
        && among(scope.campaigns(), visit.shopper().campaign())
        && scope.schedule().covers(visit.shopper().now())
        && visit.isIn(scope.audience())
        && (scope.segments().isEmpty() || segments.inAny(one.segments()))
        && (!one.asksShopperOnly() || one.condition() == null || one.condition().holds(shopper));
  }

  private static boolean among(Set<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }
}
