package dev.attune.catalog.snapshot.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Market;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListsTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");

  /** Some products have prices of their own in each; one has a price in dollars for Germany. */
  private static final PriceLists BOTH =
      new PriceLists(
          Set.of(USD, EUR),
          Map.of(USD, Set.of("DE")),
          Set.of(),
          OwnMoney.of(Map.of("USD", 60, "EUR", 40), USD));

  @Test
  void euroCountriesSeeEurosWhereTheShopSellsInThem() {
    for (String country : new String[] {"DE", "FR", "AT"}) {
      assertThat(seen(BOTH, country)).as(country).isEqualTo(new MarketView(null, EUR, null));
    }
    assertThat(seen(BOTH, "US")).isEqualTo(new MarketView(null, USD, null));
    assertThat(seen(BOTH, "JP")).isEqualTo(new MarketView(null, USD, null));
    assertThat(seen(BOTH, null)).isEqualTo(new MarketView(null, USD, null));
    assertThat(seen(BOTH, "AQ")).isEqualTo(new MarketView(null, USD, null));
    assertThat(BOTH.view(new Market("DE", USD, Locale.ROOT)))
        .isEqualTo(new MarketView("DE", USD, null));
  }

  @Test
  void aFewPricesInEurosTurnNoCountryIntoEurosUntilTheyAreItsOwn() {
    OwnMoney mostly = OwnMoney.of(Map.of("USD", 1_000, "EUR", 1), USD);
    PriceLists few = new PriceLists(Set.of(USD, EUR), Map.of(), Set.of(), mostly);
    assertThat(seen(few, "DE")).isEqualTo(new MarketView(null, USD, null));

    PriceLists listed =
        few.and(new PriceLists(Set.of(), Map.of(EUR, Set.of("DE")), Set.of(), OwnMoney.NONE));
    assertThat(seen(listed, "DE")).isEqualTo(new MarketView("DE", EUR, null));
    assertThat(seen(listed, "FR")).isEqualTo(new MarketView(null, USD, null));
  }

  @Test
  void aShopInOneCurrencyIsSeenAsItIsWhateverIsConfigured() {
    OwnMoney euros = OwnMoney.of(Map.of("EUR", 7), USD);
    PriceLists lists = new PriceLists(Set.of(EUR), Map.of(), Set.of(), euros);

    assertThat(euros.usual()).isEqualTo(EUR);
    assertThat(seen(lists, null)).isEqualTo(MarketView.HOME);
    assertThat(seen(lists, "US")).isEqualTo(MarketView.HOME);
  }

  @Test
  void theConfiguredCurrencyIsUsualUnlessOnlyASlipIsInIt() {
    assertThat(OwnMoney.of(Map.of("EUR", 90, "USD", 10), USD).usual()).isEqualTo(USD);
    assertThat(OwnMoney.of(Map.of("EUR", 999, "USD", 1), USD).usual()).isEqualTo(EUR);
    assertThat(OwnMoney.of(Map.of("JPY", 5, "EUR", 5), USD).usual()).isEqualTo(EUR);
    assertThat(OwnMoney.of(Map.of(), USD)).isEqualTo(OwnMoney.NONE);
  }

  private static MarketView seen(PriceLists lists, @Nullable String country) {
    return lists.view(new Market(country, null, Locale.ROOT));
  }
}
