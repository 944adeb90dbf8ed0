package dev.attune.graphql.merchant;

import dev.attune.catalog.Catalog;
import dev.attune.merchandising.condition.Conditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a condition compares one amount with prices in several currencies. */
@ApplicationScoped
public class Amounts {
  private final Catalog catalog;

  Amounts(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param condition over product and shopper, or null
   * @param markets where it holds, countries; empty for everywhere
   * @return a sentence, or none
   */
  public List<String> warnings(@Nullable String condition, Collection<String> markets) {
    if (condition == null
        || !Conditions.ofProductAndShopper("condition", condition).trustsCurrency()) {
      return List.of();
    }
    Set<Currency> currencies = catalog.currencies(Set.copyOf(markets));
    return currencies.size() < 2
        ? List.of()
        : List.of(
            "product.price is in "
                + currencies.stream()
                    .map(Currency::getCurrencyCode)
                    .sorted()
                    .collect(Collectors.joining(", "))
                + " where this holds, and is compared as it stands: name markets of one currency,"
                + " or ask for product.currency, too");
  }
}
