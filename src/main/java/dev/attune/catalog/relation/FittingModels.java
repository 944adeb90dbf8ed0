package dev.attune.catalog.relation;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Relates what says that it fits a model to the products of that model. A model is known by its
 * attribute {@code model} and its like, its id, or its sku, whatever their case and punctuation.
 */
public final class FittingModels {
  private static final String FITS = "fits";
  private static final Set<String> MODEL = Set.of("model", "models", "model_number", "mpn");

  /** A name that fits more products than this tells nothing. */
  private static final int MOST = 100;

  private FittingModels() {}

  /** Whether it names models that it fits. */
  public static boolean fits(Product product) {
    return !values(product, FITS).isEmpty();
  }

  /** The products, with a relation to each product that they fit. */
  public static List<Product> related(List<Product> products) {
    if (products.stream().noneMatch(FittingModels::fits)) {
      return products;
    }
    Map<String, Set<ProductId>> models = models(products);
    return products.stream().map(product -> related(product, models)).toList();
  }

  private static Product related(Product product, Map<String, Set<ProductId>> models) {
    Set<ProductId> fitted = new LinkedHashSet<>();
    for (String model : values(product, FITS)) {
      Set<ProductId> named = models.getOrDefault(key(model), Set.of());
      if (named.size() <= MOST) {
        fitted.addAll(named);
      }
    }
    fitted.remove(product.id());
    if (fitted.isEmpty()) {
      return product;
    }
    List<Relation> relations = new ArrayList<>(product.relations());
    fitted.forEach(target -> relations.add(new Relation(Relation.Kind.FITS, target, null, null)));
    return product.relating(relations);
  }

  private static Map<String, Set<ProductId>> models(List<Product> products) {
    Map<String, Set<ProductId>> models = new HashMap<>();
    for (Product product : products) {
      name(models, product.id().value(), product);
      for (Variant variant : product.variants()) {
        name(models, variant.sku(), product);
      }
      for (String attribute : MODEL) {
        values(product, attribute).forEach(model -> name(models, model, product));
      }
    }
    return models;
  }

  private static void name(Map<String, Set<ProductId>> models, String name, Product product) {
    String key = key(name);
    if (!key.isEmpty()) {
      models.computeIfAbsent(key, any -> new LinkedHashSet<>(1)).add(product.id());
    }
  }

  private static List<String> values(Product product, String name) {
    for (Attribute attribute : product.attributes()) {
      if (attribute.name().equals(name)) {
        return attribute.values();
      }
    }
    return List.of();
  }

  private static String key(String model) {
    StringBuilder key = new StringBuilder();
    for (char c : model.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        key.append(c);
      }
    }
    return key.toString();
  }
}
