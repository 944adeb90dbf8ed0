package dev.attune.decision.rule;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Source;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.rule.Action;
import dev.attune.merchandising.rule.Rule;
import dev.attune.merchandising.rule.RulePage;
import dev.attune.merchandising.rule.Surface;
import dev.attune.merchandising.rule.Where;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.Candidate;
import dev.attune.record.RuleEffect;
import dev.attune.record.RuleEffect.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Candidates with what merchants' rules do to each; pins and slots bring in theirs. */
public final class Ruled {
  private Ruled() {}

  /**
   * The candidates as the rules touch them.
   *
   * @param slot the slot's name
   * @param sources describe what rules name and nobody drew
   */
  public static List<Candidate> candidates(
      String slot, Ask ask, List<Source> sources, List<Candidate> drawn) {
    RulePage rules = ask.context().rules();
    @Nullable Surface surface = Surface.of(slot).orElse(null);
    if (surface == null || rules.isEmpty(surface)) {
      return drawn;
    }
    Where where = where(surface, ask);
    List<Rule> placing = rules.placing(where);
    Map<GlobalId, List<RuleEffect>> placings = placings(placing, ask);
    List<Candidate> ruled = new ArrayList<>(drawn.size() + placings.size());
    List<Candidate> all = withNamed(placing, ask, sources, drawn);
    List<GlobalId> subjects = new ArrayList<>(all.size());
    all.forEach(candidate -> subjects.add(candidate.subject()));
    List<List<Rule>> rulesOf =
        rules.matching(where, subjects, products(subjects, ask.context().catalog()));
    for (int i = 0; i < all.size(); i++) {
      Candidate candidate = all.get(i);
      List<Rule> matching = rulesOf.get(i);
      List<RuleEffect> places = placings.getOrDefault(candidate.subject(), List.of());
      if (matching.isEmpty() && places.isEmpty()) {
        ruled.add(candidate);
      } else {
        Effects effects = new Effects(candidate);
        effects.place(places);
        matching.forEach(effects::touch);
        ruled.add(effects.candidate());
      }
    }
    return ruled;
  }

  /**
   * Whether the rules touch one of these things, or may bring in others. Costs less than {@link
   * #candidates}, and asks nothing of the things but what they are.
   */
  public static boolean touches(String slot, Ask ask, Supplier<List<GlobalId>> subjects) {
    RulePage rules = ask.context().rules();
    @Nullable Surface surface = Surface.of(slot).orElse(null);
    if (surface == null || rules.isEmpty(surface)) {
      return false;
    }
    Where where = where(surface, ask);
    if (!rules.placing(where).isEmpty()) {
      return true;
    }
    List<GlobalId> named = subjects.get();
    return rules.matching(where, named, products(named, ask.context().catalog())).stream()
        .anyMatch(matching -> !matching.isEmpty());
  }

  /** What rules about places do, by what they name; found out once, not for each candidate. */
  private static Map<GlobalId, List<RuleEffect>> placings(List<Rule> placing, Ask ask) {
    Map<GlobalId, List<RuleEffect>> placings = new HashMap<>();
    for (int i = 0; i < placing.size(); i++) {
      Rule rule = placing.get(i);
      String turn = Integer.toString(i);
      if (rule.action() instanceof Action.Pin pin) {
        List<String> subjects = rule.subjects();
        for (int behind = 0; behind < subjects.size(); behind++) {
          int position = pin.position() + behind;
          boolean first = subjects.indexOf(subjects.get(behind)) == behind;
          GlobalId.parse(subjects.get(behind))
              .filter(id -> first)
              .ifPresent(id -> add(placings, id, rule, Kind.PIN, position, turn));
        }
      } else if (rule.action() instanceof Action.Fill fill) {
        for (String product : Set.copyOf(collection(ask, rule))) {
          GlobalId id = new GlobalId(NodeType.PRODUCT, product);
          add(placings, id, rule, Kind.FILL, fill.position(), turn);
        }
      }
    }
    return placings;
  }

  private static void add(
      Map<GlobalId, List<RuleEffect>> placings,
      GlobalId id,
      Rule rule,
      Kind kind,
      int position,
      String turn) {
    placings
        .computeIfAbsent(id, any -> new ArrayList<>())
        .add(new RuleEffect(rule.id(), kind, position, turn));
  }

  private static List<Candidate> withNamed(
      List<Rule> placing, Ask ask, List<Source> sources, List<Candidate> drawn) {
    if (placing.isEmpty()) {
      return drawn;
    }
    Set<GlobalId> named = new LinkedHashSet<>();
    for (Rule rule : placing) {
      rule.subjects().forEach(id -> GlobalId.parse(id).ifPresent(named::add));
      collection(ask, rule).forEach(product -> named.add(new GlobalId(NodeType.PRODUCT, product)));
    }
    drawn.forEach(candidate -> named.remove(candidate.subject()));
    List<Candidate> all = new ArrayList<>(drawn);
    Set<GlobalId> known = new HashSet<>();
    for (Source source : sources) {
      for (Candidate candidate : source.named(ask, List.copyOf(named))) {
        if (known.add(candidate.subject())) {
          all.add(candidate);
        }
      }
    }
    return all;
  }

  private static List<String> collection(Ask ask, Rule rule) {
    return rule.action() instanceof Action.Fill fill
        ? ask.context()
            .merchandise()
            .collection(fill.collection())
            .map(ProductCollection::products)
            .orElse(List.of())
        : List.of();
  }

  static Where where(Surface surface, Ask ask) {
    @Nullable CategoryId category = ask.category();
    return new Where(
        surface,
        category == null ? List.of() : ask.context().catalog().lineage(category),
        ask.query());
  }

  /** Those that are products, looked up in one go: they lie far apart in memory. */
  static @Nullable Product[] products(List<GlobalId> subjects, CatalogSnapshot catalog) {
    @Nullable Product[] products = new Product[subjects.size()];
    for (int i = 0; i < products.length; i++) {
      GlobalId subject = subjects.get(i);
      int place =
          subject.type() == NodeType.PRODUCT ? catalog.ordinal(new ProductId(subject.local())) : -1;
      products[i] = place < 0 ? null : catalog.at(place);
    }
    return products;
  }
}
