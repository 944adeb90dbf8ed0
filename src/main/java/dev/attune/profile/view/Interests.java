package dev.attune.profile.view;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Interest being added up by group and value. Sums are integers, 2^-30 of a product view, so that
 * their order does not show.
 */
final class Interests {
  private static final double ONE = 1L << 30;
  private static final int MOST_IN_A_GROUP = 6;
  private static final double SMALLEST_SHARE = 0.01;
  private static final Comparator<Affinity> STRONGEST =
      Comparator.comparingDouble(Affinity::score)
          .reversed()
          .thenComparing(Affinity::dimension)
          .thenComparing(Affinity::value);

  private final Subjects subjects;
  private final Set<String> tasteAttributes;
  private final Map<Product, Long> products = new HashMap<>();
  private final Map<Group, Map<String, Long>> groups = new HashMap<>();
  private final Map<Group, Set<String>> stated = new HashMap<>();

  Interests(Subjects subjects, Set<String> tasteAttributes) {
    this.subjects = subjects;
    this.tasteAttributes = tasteAttributes;
  }

  void inProduct(Product product, double weight) {
    products.merge(product, fixed(weight), Long::sum);
  }

  void inCategory(CategoryId category, double weight) {
    List<CategoryId> lineage = subjects.catalog().lineage(category);
    for (int i = 0; i < lineage.size(); i++) {
      add(Group.categoriesAt(lineage.size() - 1 - i), lineage.get(i).value(), fixed(weight));
    }
  }

  void inBrand(String brand, double weight) {
    add(Group.BRANDS, brand, fixed(weight));
  }

  /** Interest in what a text names, be it a category or a brand. */
  void inNamed(String text, double weight) {
    subjects.category(text).ifPresent(category -> inCategory(category, weight));
    subjects.brand(text).ifPresent(brand -> inBrand(brand, weight));
  }

  /** Interest in {@code field=value}, the field being category, brand or an attribute. */
  void inField(String text, double weight) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      return;
    }
    String field = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    String value = text.substring(equals + 1).strip();
    switch (field) {
      case "category", "product_type" ->
          subjects.category(value).ifPresent(category -> inCategory(category, weight));
      case "brand", "vendor" -> subjects.brand(value).ifPresent(brand -> inBrand(brand, weight));
      default -> inAttribute(field, value, fixed(weight));
    }
  }

  /** A stated preference, {@code field=value}: at least so much, and no less than the strongest. */
  void statedField(String text, double atLeast) {
    Interests alone = new Interests(subjects, tasteAttributes);
    alone.inField(text, atLeast);
    alone.groups.forEach(
        (group, values) ->
            stated.computeIfAbsent(group, any -> new HashSet<>()).addAll(values.keySet()));
  }

  /**
   * The shares, strongest first.
   *
   * @param atLeast what a stated preference counts at least
   */
  List<Affinity> shares(double atLeast) {
    products.forEach(this::spread);
    stated.forEach((group, values) -> lift(group, values, fixed(atLeast)));
    List<Affinity> shares = new ArrayList<>();
    groups.forEach((group, values) -> shares.addAll(shares(group, values)));
    shares.sort(STRONGEST);
    return shares;
  }

  private void spread(Product product, long weight) {
    product
        .mainCategory()
        .ifPresent(
            category -> {
              List<CategoryId> lineage = subjects.catalog().lineage(category);
              for (int i = 0; i < lineage.size(); i++) {
                add(Group.categoriesAt(lineage.size() - 1 - i), lineage.get(i).value(), weight);
              }
            });
    if (product.brand() != null) {
      subjects.brand(product.brand()).ifPresent(brand -> add(Group.BRANDS, brand, weight));
    }
    for (Attribute attribute : product.attributes()) {
      attribute.values().forEach(value -> inAttribute(attribute.name(), value, weight));
    }
  }

  private void inAttribute(String name, String value, long weight) {
    if (tasteAttributes.contains(name)) {
      add(Group.attribute(name), name + "=" + value, weight);
    }
  }

  private void lift(Group group, Set<String> values, long atLeast) {
    Map<String, Long> weights = groups.computeIfAbsent(group, any -> new HashMap<>());
    long strongest = weights.values().stream().mapToLong(Long::longValue).max().orElse(0);
    values.forEach(value -> weights.merge(value, Math.max(strongest, atLeast), Long::sum));
  }

  private void add(Group group, String value, long weight) {
    groups.computeIfAbsent(group, any -> new HashMap<>()).merge(value, weight, Long::sum);
  }

  private static List<Affinity> shares(Group group, Map<String, Long> values) {
    double whole = values.values().stream().mapToLong(Long::longValue).sum();
    Dimension dimension = group.dimension();
    return values.entrySet().stream()
        .map(entry -> new Affinity(dimension, entry.getKey(), round(entry.getValue() / whole)))
        .filter(affinity -> affinity.score() >= SMALLEST_SHARE)
        .sorted(STRONGEST)
        .limit(MOST_IN_A_GROUP)
        .toList();
  }

  private static double round(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }

  private static long fixed(double weight) {
    return Math.round(weight * ONE);
  }
}
