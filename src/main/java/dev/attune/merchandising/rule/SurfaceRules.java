package dev.attune.merchandising.rule;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.merchandising.condition.Condition;
import dev.attune.merchandising.condition.Facts;
import dev.attune.merchandising.condition.ProductField;
import dev.attune.merchandising.condition.Remembered;
import dev.attune.merchandising.condition.ShopperSeen;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one surface. Which of them may touch a product is found out once for the product, by
 * what the rules name and by what their conditions say of it alone, and remembered with it.
 */
final class SurfaceRules {
  /** Pins and slots, by priority. */
  private final List<CompiledRule> placing = new ArrayList<>();

  /** Those that name what they are about. */
  private final Map<GlobalId, List<CompiledRule>> bySubject = new HashMap<>();

  /** Those that name categories, by handle. */
  private final Map<String, List<CompiledRule>> byCategory = new HashMap<>();

  /** Those whose condition holds for one brand alone. */
  private final Map<String, List<CompiledRule>> byBrand = new HashMap<>();

  /** Those whose condition asks anything else of a product. */
  private final List<CompiledRule> asking = new ArrayList<>();

  /** All else: whether they hold has one answer for a whole list. */
  private final List<CompiledRule> sweeping = new ArrayList<>();

  private final @Nullable Remembered<List<CompiledRule>> touching;

  SurfaceRules(Surface surface, List<CompiledRule> all) {
    all.stream().filter(one -> acts(one, surface)).forEach(this::add);
    boolean apart =
        bySubject.isEmpty() && byCategory.isEmpty() && byBrand.isEmpty() && asking.isEmpty();
    this.touching = apart ? null : new Remembered<>();
  }

  private void add(CompiledRule one) {
    if (one.action().placing()) {
      placing.add(one);
    } else if (!one.rule().subjects().isEmpty()) {
      one.rule().subjects().stream()
          .flatMap(id -> GlobalId.parse(id).stream())
          .distinct()
          .forEach(id -> put(bySubject, id, one));
    } else if (!one.rule().scope().categories().isEmpty()) {
      one.rule().scope().categories().forEach(category -> put(byCategory, category, one));
    } else if (one.condition() != null && one.condition().onlyBrand() != null) {
      put(byBrand, one.condition().onlyBrand(), one);
    } else if (one.condition() != null && one.condition().asksProduct()) {
      asking.add(one);
    } else {
      sweeping.add(one);
    }
  }

  boolean isEmpty() {
    return placing.isEmpty() && sweeping.isEmpty() && touching == null;
  }

  List<CompiledRule> placing() {
    return placing;
  }

  List<CompiledRule> sweeping() {
    return sweeping;
  }

  /** The rules that may touch what is no product. */
  List<CompiledRule> touching(GlobalId subject) {
    return bySubject.getOrDefault(subject, List.of()).stream()
        .filter(one -> one.condition() == null || !one.condition().asksProduct())
        .toList();
  }

  /** The rules that touch a product where they hold and where what they ask of both is met. */
  List<CompiledRule> touching(Product product, ShopperSeen seen) {
    if (touching == null) {
      return List.of();
    }
    @Nullable List<CompiledRule> known = touching.of(product, seen.now());
    if (known == null) {
      known = found(product, seen);
      touching.keep(product, seen.now(), known);
    }
    return known;
  }

  private List<CompiledRule> found(Product product, ShopperSeen seen) {
    CatalogSnapshot catalog = seen.catalog();
    TreeMap<Integer, CompiledRule> found = new TreeMap<>();
    Facts facts = ProductField.of(product, catalog, seen.now());
    add(bySubject.get(new GlobalId(NodeType.PRODUCT, product.id().value())), facts, found);
    for (CategoryId leaf : product.categories()) {
      for (CategoryId category : catalog.lineage(leaf)) {
        add(byCategory.get(category.value()), facts, found);
      }
    }
    @Nullable String brand = product.brand();
    add(byBrand.get(brand == null ? "" : brand), facts, found);
    add(asking, facts, found);
    return List.copyOf(found.values());
  }

  private static void add(
      @Nullable List<CompiledRule> rules, Facts product, TreeMap<Integer, CompiledRule> found) {
    if (rules == null) {
      return;
    }
    for (CompiledRule one : rules) {
      @Nullable Condition condition = one.condition();
      if (condition == null || !one.asksProductOnly() || condition.holds(product)) {
        found.put(one.number(), one);
      }
    }
  }

  private static boolean acts(CompiledRule one, Surface surface) {
    boolean here =
        one.rule().scope().surfaces().isEmpty() || one.rule().scope().surfaces().contains(surface);
    return here && (surface != Surface.SORTED || one.action() instanceof Action.Hide);
  }

  private static <K> void put(Map<K, List<CompiledRule>> into, K key, CompiledRule one) {
    into.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
  }
}
