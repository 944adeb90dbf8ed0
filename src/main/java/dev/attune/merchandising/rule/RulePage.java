package dev.attune.merchandising.rule;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.merchandising.condition.Condition;
import dev.attune.merchandising.condition.Facts;
import dev.attune.merchandising.condition.ProductField;
import dev.attune.merchandising.segment.SegmentPage;
import dev.attune.platform.id.GlobalId;
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

  /** The rules that match a candidate there, by no order in particular. */
  public List<Rule> matching(Where where, GlobalId subject, @Nullable Product product) {
    SurfaceRules rules = book.on(where.surface());
    List<Rule> matching = new ArrayList<>();
    if (!rules.bySubject().isEmpty()) {
      add(rules.bySubject().get(subject.toString()), where, product, matching);
    }
    if (product != null && !rules.byCategory().isEmpty()) {
      for (CategoryId leaf : product.categories()) {
        for (CategoryId category : visit.shopper().catalog().lineage(leaf)) {
          add(rules.byCategory().get(category.value()), where, product, matching);
        }
      }
    }
    if (product != null && !rules.byBrand().isEmpty()) {
      @Nullable String brand = product.brand();
      add(rules.byBrand().get(brand == null ? "" : brand), where, product, matching);
    }
    add(rules.others(), where, product, matching);
    return matching;
  }

  private void add(
      @Nullable List<CompiledRule> rules,
      Where where,
      @Nullable Product product,
      List<Rule> matching) {
    if (rules == null) {
      return;
    }
    byte[] known = null;
    for (CompiledRule one : rules) {
      if (!one.holdsOn(where) || !holds(one)) {
        continue;
      }
      if (one.condition() != null && one.condition().asksProduct()) {
        if (product == null) {
          continue;
        }
        known = known == null ? book.answers(product) : known;
        if (!matches(one, one.condition(), product, known)) {
          continue;
        }
      }
      if (!matching.contains(one.rule())) {
        matching.add(one.rule());
      }
    }
  }

  private boolean matches(CompiledRule one, Condition condition, Product product, byte[] known) {
    if (one.asksProductOnly() && known[one.number()] != 0) {
      return known[one.number()] == YES;
    }
    Facts facts =
        ProductField.of(product, visit.shopper().catalog(), visit.shopper().now()).or(shopper);
    boolean matches = condition.holds(facts);
    if (one.asksProductOnly()) {
      known[one.number()] = matches ? YES : NO;
    }
    return matches;
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
        && (scope.segments().isEmpty() || segments.inAny(scope.segments()))
        && (!one.asksShopperOnly() || one.condition() == null || one.condition().holds(shopper));
  }

  private static boolean among(Set<String> wanted, @Nullable String value) {
    return wanted.isEmpty() || (value != null && wanted.contains(value));
  }
}
