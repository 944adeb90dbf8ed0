package dev.attune.simulator;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The assortment, as shoppers find it: by category, and dear or cheap within it. */
final class Shelf {
  private static final int PAGE = 12;

  private final List<SimulatedProduct> all;
  private final Map<String, SimulatedProduct> byId = new HashMap<>();
  private final TreeMap<String, TreeMap<String, List<SimulatedProduct>>> byTop = new TreeMap<>();
  private final Map<String, Double> priceLevels = new HashMap<>();

  Shelf(List<SimulatedProduct> assortment) {
    all = List.copyOf(assortment);
    for (SimulatedProduct product : all) {
      byId.putIfAbsent(product.id(), product);
      byTop
          .computeIfAbsent(product.topCategory(), top -> new TreeMap<>())
          .computeIfAbsent(product.category(), category -> new ArrayList<>())
          .add(product);
    }
    byTop.values().forEach(leaves -> leaves.values().forEach(this::rankPrices));
  }

  List<SimulatedProduct> all() {
    return all;
  }

  Optional<SimulatedProduct> product(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** 0 for the cheapest of its category, 1 for the dearest. */
  double priceLevel(SimulatedProduct product) {
    return requireNonNull(priceLevels.get(product.sku()));
  }

  /** A top category that the persona seeks, by its weights; any when it seeks none of these. */
  String top(Persona persona, SplittableRandom random) {
    Map<String, Double> weights = persona.categoryWeights();
    List<String> tops = byTop.keySet().stream().filter(weights::containsKey).toList();
    if (tops.isEmpty()) {
      return any(List.copyOf(byTop.keySet()), random);
    }
    double left = random.nextDouble() * tops.stream().mapToDouble(weights::get).sum();
    for (String top : tops) {
      left -= requireNonNull(weights.get(top));
      if (left < 0) {
        return top;
      }
    }
    return tops.get(tops.size() - 1);
  }

  /** A category with products below a top category, or the top category itself. */
  String category(String top, SplittableRandom random) {
    return random.nextDouble() < 0.3 ? top : any(List.copyOf(below(top).keySet()), random);
  }

  private TreeMap<String, List<SimulatedProduct>> below(String top) {
    return requireNonNull(byTop.get(top));
  }

  /** One page of a category, shuffled, so that a position says nothing about merit. */
  List<SimulatedProduct> page(String top, String category, SplittableRandom random) {
    Map<String, List<SimulatedProduct>> below = below(top);
    @Nullable List<SimulatedProduct> listed = below.get(category);
    List<SimulatedProduct> page = new ArrayList<>();
    if (listed != null) {
      page.addAll(listed);
    } else {
      below.values().forEach(page::addAll);
    }
    for (int i = page.size() - 1; i > 0; i--) {
      page.set(i, page.set(random.nextInt(i + 1), page.get(i)));
    }
    return page.subList(0, Math.min(PAGE, page.size()));
  }

  /** A product in the words of the e-commerce events. */
  static Map<String, Object> described(SimulatedProduct product) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("product_id", product.id());
    fields.put("sku", product.sku());
    fields.put("category", product.category());
    fields.put("name", product.title());
    fields.put("brand", product.brand());
    fields.put("price", product.price());
    fields.put("currency", product.currency());
    return fields;
  }

  /** A category path as it stands in an address. */
  static String handle(List<String> path) {
    String joined = String.join("-", path).toLowerCase(Locale.ROOT);
    return joined.replaceAll("[^a-z0-9]+", "-");
  }

  /** A page of a list in the words of the e-commerce events; positions count from 1. */
  static Map<String, Object> listed(String listId, String category, List<SimulatedProduct> page) {
    List<Map<String, Object>> products = new ArrayList<>();
    for (SimulatedProduct product : page) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("product_id", product.id());
      fields.put("sku", product.sku());
      fields.put("position", products.size() + 1);
      products.add(fields);
    }
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("list_id", listId);
    list.put("category", category);
    list.put("products", products);
    return list;
  }

  static <T> T any(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void rankPrices(List<SimulatedProduct> products) {
    List<SimulatedProduct> sorted = new ArrayList<>(products);
    sorted.sort(Comparator.comparing(SimulatedProduct::price).thenComparing(SimulatedProduct::sku));
    for (int i = 0; i < sorted.size(); i++) {
      double level = sorted.size() == 1 ? 0.5 : i / (sorted.size() - 1.0);
      priceLevels.put(sorted.get(i).sku(), level);
    }
  }
}
