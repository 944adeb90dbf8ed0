package dev.attune.catalog.health;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which gates are closed for which categories. */
public final class Gates {
  /** Nothing is known against anybody. */
  public static final Gates OPEN = new Gates(Map.of(), Margins.UNKNOWN);

  private final Map<Gate, Set<CategoryId>> closed = new EnumMap<>(Gate.class);

  private final Margins margins;

  Gates(Map<Gate, Set<CategoryId>> closed, Margins margins) {
    this.margins = margins;
    closed.forEach((gate, categories) -> this.closed.put(gate, Set.copyOf(categories)));
  }

  static Gates of(CatalogHealth catalog) {
    Map<Gate, Set<CategoryId>> closed = new EnumMap<>(Gate.class);
    catalog
        .categories()
        .values()
        .forEach(
            health ->
                health
                    .closed()
                    .forEach(
                        gate ->
                            closed
                                .computeIfAbsent(gate, any -> new HashSet<>())
                                .add(health.category())));
    return new Gates(closed, Margins.of(catalog));
  }

  /** What is known of margins where the gate for margins is open. */
  public Margins margins() {
    return margins;
  }

  /** Whether the gate is open for the product's main category; one without is never shut out. */
  public boolean open(Gate gate, Product product) {
    return product.mainCategory().map(category -> open(gate, category)).orElse(true);
  }

  public boolean open(Gate gate, CategoryId category) {
    return !closed.getOrDefault(gate, Set.of()).contains(category);
  }

  /** Whether the gate is closed for any category. */
  public boolean closes(Gate gate) {
    return !closed.getOrDefault(gate, Set.of()).isEmpty();
  }

  /** Why the gate is closed there, {@code MARGIN: no costs in home-lighting}. */
  public static String reason(Gate gate, CategoryId category) {
    return gate + ": too few " + gate.missing() + " in " + category;
  }
}
