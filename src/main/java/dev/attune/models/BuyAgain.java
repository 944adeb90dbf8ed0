package dev.attune.models;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Rhythms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was bought before and is due again: by the shopper's own rhythm, else by that in which
 * shoppers buy this product again, else by that of its category. What everybody bought once and
 * nobody again lasts, and is never due.
 */
public final class BuyAgain {
  /** Nothing is ever due. */
  public static final BuyAgain NONE =
      new BuyAgain(ProductOrdinals.NONE, Map.of(), Map.of(), Set.of(), Settings.DEFAULT);

  /**
   * When something is due.
   *
   * @param usualDays the rhythm of what is bought again too seldom to know it
   * @param support repeats from which on a rhythm is known
   * @param from part of the rhythm after which a product is due
   * @param until multiple of the rhythm after which it was given up
   */
  public record Settings(double usualDays, int support, double from, double until) {
    public static final Settings DEFAULT = new Settings(30, 3, .8, 4);
  }

  private static final double SECONDS_A_DAY = 86_400;

  private final ProductOrdinals ordinals;
  private final Map<ProductId, Double> products;
  private final Map<CategoryId, Double> categories;
  private final Set<ProductId> lasting;
  private final Settings settings;

  /**
   * @param products days between two purchases, of products bought again
   * @param categories days between two purchases of the same product of the category
   * @param lasting bought by somebody and again by nobody
   */
  private BuyAgain(
      ProductOrdinals ordinals,
      Map<ProductId, Double> products,
      Map<CategoryId, Double> categories,
      Set<ProductId> lasting,
      Settings settings) {
    this.products = products;
    this.categories = categories;
    this.ordinals = ordinals;
    this.lasting = lasting;
    this.settings = settings;
  }

  static BuyAgain of(Rhythms rhythms, ProductOrdinals products, Settings settings) {
    Map<ProductId, List<Double>> gaps = new TreeMap<>();
    Set<ProductId> lasting = new HashSet<>();
    for (int item = 0; item < products.size(); item++) {
      int[] seconds = rhythms.gaps().get(item);
      if (seconds.length > 0) {
        gaps.put(products.id(item), Arrays.stream(seconds).mapToObj(BuyAgain::days).toList());
      } else if (rhythms.bought().get(item)) {
        lasting.add(products.id(item));
      }
    }
    Map<CategoryId, List<Double>> byCategory = new HashMap<>();
    gaps.forEach(
        (product, days) ->
            category(products, product)
                .ifPresent(
                    category ->
                        byCategory
                            .computeIfAbsent(category, any -> new ArrayList<>())
                            .addAll(days)));
    return new BuyAgain(
        products,
        medians(gaps, settings.support()),
        medians(byCategory, settings.support()),
        lasting,
        settings);
  }

  private static double days(int seconds) {
    return seconds / SECONDS_A_DAY;
  }

  private static <K> Map<K, Double> medians(Map<K, List<Double>> gaps, int support) {
    Map<K, Double> medians = new HashMap<>();
    gaps.forEach(
        (key, unsorted) -> {
          if (unsorted.size() >= support) {
            List<Double> days = unsorted.stream().sorted().toList();
            int half = days.size() / 2;
            medians.put(
                key,
                days.size() % 2 == 1 ? days.get(half) : (days.get(half - 1) + days.get(half)) / 2);
          }
        });
    return Map.copyOf(medians);
  }

  /** Days between two purchases of this product, empty for one that is not bought again. */
  public Optional<Double> rhythmDays(ProductId product) {
    if (ordinals.of(product) < 0 || lasting.contains(product)) {
      return Optional.empty();
    }
    return Optional.of(
        Optional.ofNullable(products.get(product))
            .or(() -> category(ordinals, product).map(categories::get))
            .orElse(settings.usualDays()));
  }

  private static Optional<CategoryId> category(ProductOrdinals ordinals, ProductId product) {
    return ordinals.catalog().product(product).flatMap(Product::mainCategory);
  }

  /**
   * What is due, the most due first: the score is 1 when exactly one rhythm has passed since the
   * last purchase and less before and after. The shopper's own rhythm goes before everybody's.
   *
   * @param purchases of one shopper, each product once, in any order
   */
  public List<Scored> due(List<Purchase> purchases, Instant now) {
    List<Scored> due = new ArrayList<>();
    purchases.forEach(purchase -> score(purchase, now).ifPresent(due::add));
    due.sort(
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.product().value()));
    return List.copyOf(due);
  }

  private Optional<Scored> score(Purchase purchase, Instant now) {
    double passed = days(purchase.at(), now);
    return rhythm(purchase)
        .map(rhythm -> passed / rhythm)
        .filter(part -> part >= settings.from() && part <= settings.until())
        .map(part -> new Scored(purchase.product(), Math.min(part, 1 / part)));
  }

  private Optional<Double> rhythm(Purchase purchase) {
    return purchase.everyDays() > 0
        ? Optional.of((double) purchase.everyDays())
        : rhythmDays(purchase.product());
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
  }
}
