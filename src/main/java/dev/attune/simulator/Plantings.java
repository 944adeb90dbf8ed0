package dev.attune.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What is hidden in the data for a model to find.
 *
 * @param personas the kinds of shoppers, drawn with equal chance
 * @param companions products that are added to a cart because of another one
 * @param rhythms for a product id, after how long it is used up and bought again
 */
public record Plantings(
    List<Persona> personas, List<Companion> companions, Map<String, Duration> rhythms) {
  private static final double PLANTED_WEIGHT = 6;
  private static final double COMPANION_PROBABILITY = 0.35;

  public Plantings {
    personas = List.copyOf(personas);
    companions = List.copyOf(companions);
    rhythms = Map.copyOf(rhythms);
    if (personas.isEmpty()) {
      throw new IllegalArgumentException("no personas");
    }
  }

  /**
   * A product that follows another into the cart.
   *
   * @param product the product id that was added
   * @param companion the product id that follows
   * @param probability of following, 0 to 1
   */
  public record Companion(String product, String companion, double probability) {
    public Companion {
      if (probability < 0 || probability > 1) {
        throw new IllegalArgumentException("probability outside 0..1: " + probability);
      }
    }
  }

  /**
   * Plantings for any assortment: one persona for each top category, a companion for every eighth
   * product, and a rhythm of 25 to 60 days for every fifth of the cheaper half.
   */
  public static Plantings drawn(List<SimulatedProduct> assortment, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> tops =
        assortment.stream().map(SimulatedProduct::topCategory).distinct().sorted().toList();
    List<Persona> personas = new ArrayList<>();
    for (String top : tops) {
      Map<String, Double> weights = new TreeMap<>();
      tops.forEach(other -> weights.put(other, 0.2 + random.nextDouble()));
      weights.put(top, PLANTED_WEIGHT);
      double loyalty = 1 + 2 * random.nextDouble();
      personas.add(new Persona("drawn to " + top, weights, loyalty, random.nextDouble()));
    }
    List<Companion> companions = new ArrayList<>();
    for (int i = 0; i < assortment.size(); i += 8) {
      SimulatedProduct product = assortment.get(i);
      SimulatedProduct other = assortment.get(random.nextInt(assortment.size()));
      if (!other.id().equals(product.id())) {
        companions.add(new Companion(product.id(), other.id(), COMPANION_PROBABILITY));
      }
    }
    Map<String, Duration> rhythms = new TreeMap<>();
    assortment.stream()
        .sorted(Comparator.comparing(SimulatedProduct::price))
        .limit(assortment.size() / 2)
        .filter(product -> random.nextInt(5) == 0)
        .forEach(product -> rhythms.put(product.id(), Duration.ofDays(25 + random.nextInt(36))));
    return new Plantings(personas, companions, rhythms);
  }
}
