package dev.attune.graphql.view;

import dev.attune.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.NonNull;

public record PriceRange(@NonNull MoneyView minVariantPrice, @NonNull MoneyView maxVariantPrice) {
  /** Of those in one currency; empty where none is. */
  static Optional<PriceRange> of(List<Money> prices, Currency currency) {
    List<Money> sorted =
        prices.stream().filter(price -> price.currency().equals(currency)).sorted().toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PriceRange(
                MoneyView.of(sorted.get(0)), MoneyView.of(sorted.get(sorted.size() - 1))));
  }
}
