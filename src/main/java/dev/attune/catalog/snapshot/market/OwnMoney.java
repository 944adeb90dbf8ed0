package dev.attune.catalog.snapshot.market;

import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's own prices are in.
 *
 * @param usual what lists are in where nobody says otherwise, null where nothing has a price
 * @param common all that more than a few prices are in
 */
public record OwnMoney(@Nullable Currency usual, Set<Currency> common) {
  /** Where nothing has a price. */
  public static final OwnMoney NONE = new OwnMoney(null, Set.of());

  /** What a smaller share of the products is priced in turns no shop and no country into it. */
  private static final double FEW = .01;

  public OwnMoney {
    common = Set.copyOf(common);
  }

  /**
   * @param products how many are priced in each currency, ISO 4217
   * @param configured usual where it is common; else what most are priced in is
   */
  public static OwnMoney of(Map<String, Integer> products, Currency configured) {
    long all = products.values().stream().mapToLong(Integer::longValue).sum();
    Set<Currency> common =
        products.entrySet().stream()
            .filter(priced -> priced.getValue() >= FEW * all)
            .map(priced -> Currency.getInstance(priced.getKey()))
            .collect(Collectors.toSet());
    return new OwnMoney(common.contains(configured) ? configured : most(products), common);
  }

  private static @Nullable Currency most(Map<String, Integer> products) {
    return products.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(most -> Currency.getInstance(most.getKey()))
        .orElse(null);
  }

  /** What a country pays in, null for one of no currency of its own. */
  static @Nullable Currency tender(String country) {
    try {
      return Currency.getInstance(new Locale("", country));
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
