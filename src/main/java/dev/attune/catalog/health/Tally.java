package dev.attune.catalog.health;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the faults of a category's products, or of all. */
final class Tally {
  /** How many offenders and examples are named. */
  private static final int NAMED = 20;

  /** Ranking by margin needs costs for this share of the products. */
  private static final double ENOUGH_COSTS = .8;

  private record Offender(ProductId product, int faults) {}

  private static final Comparator<Offender> WORST_LAST =
      Comparator.comparingInt(Offender::faults)
          .thenComparing(Offender::product, Comparator.reverseOrder());

  private final @Nullable CategoryId category;
  private final @Nullable Expected expected;
  private final Map<HealthCode, Integer> affected = new EnumMap<>(HealthCode.class);
  private final Map<HealthCode, PriorityQueue<Offender>> worst = new EnumMap<>(HealthCode.class);
  private final Map<HealthCode, Set<String>> quotes = new EnumMap<>(HealthCode.class);
  private int products;
  private double complete;
  private int costed;
  private double margins;
  private int related;

  Tally(@Nullable CategoryId category) {
    this(category, null);
  }

  Tally(@Nullable CategoryId category, @Nullable Expected expected) {
    this.category = category;
    this.expected = expected;
  }

  void add(
      Product product,
      Set<HealthCode> faults,
      double completeness,
      Map<HealthCode, String> quoted,
      boolean hasCost,
      boolean hasRelations) {
    products++;
    complete += completeness;
    costed += hasCost ? 1 : 0;
    margins += hasCost ? product.margin() : 0;
    related += hasRelations ? 1 : 0;
    for (HealthCode fault : faults) {
      affected.merge(fault, 1, Integer::sum);
      PriorityQueue<Offender> queue =
          worst.computeIfAbsent(fault, any -> new PriorityQueue<>(WORST_LAST));
      queue.add(new Offender(product.id(), faults.size()));
      if (queue.size() > NAMED) {
        queue.poll();
      }
    }
    quoted.forEach(
        (fault, quote) -> {
          Set<String> known = quotes.computeIfAbsent(fault, any -> new LinkedHashSet<>());
          if (known.size() < NAMED) {
            known.add(quote);
          }
        });
  }

  /** One, less each fault's share, weighed. */
  double score() {
    double weights = 0;
    double lost = 0;
    for (HealthCode code : HealthCode.values()) {
      weights += code.weight();
      lost += code.weight() * (double) affected.getOrDefault(code, 0) / Math.max(1, products);
    }
    return 1 - lost / weights;
  }

  List<Finding> findings() {
    return affected.entrySet().stream()
        .map(fault -> finding(fault.getKey(), fault.getValue()))
        .sorted(
            Comparator.comparingDouble(
                    (Finding finding) -> finding.share() * finding.code().weight())
                .reversed()
                .thenComparing(Finding::code))
        .toList();
  }

  private Finding finding(HealthCode code, int count) {
    List<Offender> offenders = new ArrayList<>(Objects.requireNonNull(worst.get(code)));
    offenders.sort(WORST_LAST.reversed());
    return new Finding(
        code,
        count,
        products,
        offenders.stream().map(Offender::product).toList(),
        List.copyOf(quotes.getOrDefault(code, Set.of())));
  }

  CategoryHealth category() {
    return new CategoryHealth(
        Objects.requireNonNull(category),
        products,
        score(),
        complete / Math.max(1, products),
        expected == null ? List.of() : expected.shares(),
        findings(),
        closed(),
        margin());
  }

  /** The mean margin of what has a cost, null where too little has one. */
  @Nullable Double margin() {
    return costed == 0 || costed < ENOUGH_COSTS * products ? null : margins / costed;
  }

  private Set<Gate> closed() {
    Set<Gate> closed = EnumSet.noneOf(Gate.class);
    if (costed < ENOUGH_COSTS * products) {
      closed.add(Gate.MARGIN);
    }
    if (related == 0) {
      closed.add(Gate.COMPATIBILITY);
    }
    return closed;
  }
}
