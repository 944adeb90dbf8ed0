package dev.attune.catalog.health;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Product;
import dev.attune.catalog.health.CategoryHealth.AttributeShare;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes that a leaf category's products can be expected to have: what most have. */
final class Expected {
  /** An attribute is expected when this share of the category's products has it. */
  private static final double MOST = .5;

  /** Of fewer products nothing can be expected. */
  private static final int FEW = 5;

  private record Known(String label, int[] count) {}

  private final Map<String, Known> attributes = new HashMap<>();
  private int products;
  private @Nullable Set<String> wanted;

  void add(Product product) {
    products++;
    for (Attribute attribute : product.attributes()) {
      attributes.computeIfAbsent(attribute.name(), any -> new Known(attribute.label(), new int[1]))
          .count()[0]++;
    }
  }

  boolean enough() {
    return products >= FEW;
  }

  /** Which share of the expected attributes a product has; 1 where none are expected. */
  double completeness(Product product) {
    Set<String> names = wanted();
    if (names.isEmpty()) {
      return 1;
    }
    long has = product.attributes().stream().filter(one -> names.contains(one.name())).count();
    return (double) has / names.size();
  }

  /** The expected ones, the least complete first. */
  List<AttributeShare> shares() {
    return attributes.entrySet().stream()
        .filter(known -> enough() && wanted().contains(known.getKey()))
        .map(
            known ->
                new AttributeShare(
                    known.getKey(),
                    known.getValue().label(),
                    (double) known.getValue().count()[0] / products))
        .sorted(
            Comparator.comparingDouble(AttributeShare::share).thenComparing(AttributeShare::name))
        .toList();
  }

  private Set<String> wanted() {
    Set<String> known = wanted;
    if (known == null) {
      known = new HashSet<>();
      for (Map.Entry<String, Known> attribute : attributes.entrySet()) {
        if (attribute.getValue().count()[0] >= MOST * products) {
          known.add(attribute.getKey());
        }
      }
      wanted = known;
    }
    return known;
  }
}
