package dev.attune.decision.source;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Relation.Kind;
import dev.attune.decision.DecisionContext;
import dev.attune.merchandising.content.Routine;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The routines that a cart has begun, step by step: the merchants' own, and those of the catalog
 * that none of the merchants' has the place of.
 */
final class RoutineSteps {
  /** More steps of one cart's routines are not looked at. */
  private static final int MOST = 60;

  /** The most that priority takes off a step: it decides between routines, not within one. */
  private static final double PRIORITY_SHARE = .1;

  private final CatalogSnapshot catalog;
  private final Set<String> replaced;
  private final Map<String, Map<ProductId, Integer>> positions = new TreeMap<>();
  private final Deque<ProductId> waiting = new ArrayDeque<>();
  private final Set<ProductId> known = new HashSet<>();

  private RoutineSteps(CatalogSnapshot catalog, Set<String> replaced) {
    this.catalog = catalog;
    this.replaced = replaced;
  }

  /**
   * What the cart's routines miss, by how soon it comes: 1 for the next step after the first that
   * is there, less for each step behind it, least for those before.
   */
  static Map<ProductId, Double> missing(DecisionContext page, List<ProductId> cart) {
    List<Routine> written = page.merchandise().routines();
    RoutineSteps steps =
        new RoutineSteps(
            page.catalog(), written.stream().map(Routine::id).collect(Collectors.toSet()));
    cart.forEach(steps::wait);
    while (!steps.waiting.isEmpty() && steps.known.size() < MOST) {
      steps.follow(steps.waiting.remove());
    }
    Map<ProductId, Double> missing = new HashMap<>();
    for (Map<ProductId, Integer> routine : steps.positions.values()) {
      rank(routine, new HashSet<>(cart), missing);
    }
    for (Routine routine : written) {
      if (Audiences.reached(routine.aim(), page)) {
        double share = 1 - PRIORITY_SHARE * (100 - routine.priority()) / 100;
        Map<ProductId, Double> soon = new HashMap<>();
        rank(positions(routine), new HashSet<>(cart), soon);
        soon.forEach((step, turn) -> missing.merge(step, turn * share, Math::max));
      }
    }
    return missing;
  }

  private static Map<ProductId, Integer> positions(Routine routine) {
    Map<ProductId, Integer> positions = new HashMap<>();
    for (int i = 0; i < routine.steps().size(); i++) {
      for (String product : routine.steps().get(i).products()) {
        positions.putIfAbsent(new ProductId(product), i + 1);
      }
    }
    return positions;
  }

  private void follow(ProductId id) {
    @Nullable Product product = catalog.product(id).orElse(null);
    if (product == null) {
      return;
    }
    product.relations().forEach(relation -> note(id, relation));
    for (Product other : catalog.namedBy(id)) {
      other.relations().stream()
          .filter(relation -> relation.target().equals(id))
          .forEach(relation -> note(other.id(), relation));
    }
  }

  /** A step says its own position and names the step before it. */
  private void note(ProductId step, Relation relation) {
    @Nullable Integer position = relation.position();
    if (relation.kind() == Kind.ROUTINE_STEP
        && position != null
        && !replaced.contains(String.valueOf(relation.routine()))) {
      Map<ProductId, Integer> routine =
          positions.computeIfAbsent(String.valueOf(relation.routine()), any -> new HashMap<>());
      routine.put(step, position);
      routine.putIfAbsent(relation.target(), position - 1);
      wait(step);
      wait(relation.target());
    }
  }

  private void wait(ProductId id) {
    if (known.add(id)) {
      waiting.add(id);
    }
  }

  private static void rank(
      Map<ProductId, Integer> routine, Set<ProductId> cart, Map<ProductId, Double> missing) {
    int begun =
        routine.entrySet().stream()
            .filter(step -> cart.contains(step.getKey()))
            .mapToInt(Map.Entry::getValue)
            .min()
            .orElse(Integer.MAX_VALUE);
    Set<Integer> there = new HashSet<>();
    routine.forEach((id, position) -> there.add(cart.contains(id) ? position : -1));
    List<Integer> order =
        routine.values().stream()
            .distinct()
            .filter(position -> begun != Integer.MAX_VALUE && !there.contains(position))
            .sorted(Comparator.<Integer, Boolean>comparing(p -> p < begun).thenComparing(p -> p))
            .toList();
    routine.forEach(
        (id, position) -> {
          int turn = order.indexOf(position);
          if (turn >= 0) {
            missing.merge(id, 1.0 / (1 + turn), Math::max);
          }
        });
  }
}
