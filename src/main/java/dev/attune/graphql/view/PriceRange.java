package dev.attune.graphql.view;

import dev.attune.platform.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.NonNull;

public record PriceRange(@NonNull MoneyView minVariantPrice, @NonNull MoneyView maxVariantPrice) {
  static Optional<PriceRange> of(List<Money> prices) {
    if (prices.isEmpty()) {
      return Optional.empty();
    }
    Money least = prices.stream().min(Comparator.naturalOrder()).orElseThrow();
    Money most = prices.stream().max(Comparator.naturalOrder()).orElseThrow();
    return Optional.of(new PriceRange(MoneyView.of(least), MoneyView.of(most)));
  }
}
