package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.search.listing.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnderstandingTest {
  private static final QueryUnderstanding SHOP = shop();

  private static QueryUnderstanding shop() {
    SampleCatalog catalog = new SampleCatalog();
    for (int i = 0; i < 6; i++) {
      catalog
          .product("s" + i, "Shirt " + i)
          .in("Clothes > Shirts")
          .brand("Acme")
          .with("color", "Navy Blue")
          .with("size", i % 2 == 0 ? "42" : "XL")
          .with("material", "Linen")
          .with("fit", "Regular")
          .with("cut", "Regular")
          .add();
    }
    return new QueryUnderstanding(catalog.snapshot("u"));
  }

  private static QueryUnderstanding.Meaning understood(String query) {
    return SHOP.of(query, () -> Set.of("EUR", "GBP", "USD"));
  }

  private static List<Filter> meant(String query) {
    return understood(query).understood().stream().map(Understood::filter).toList();
  }

  private static Filter price(String from, String to) {
    return Filter.between("price", number(from), number(to));
  }

  private static BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }

  @Test
  void readsPriceLimitsInSeveralLanguages() {
    assertThat(meant("thing under 50")).containsExactly(price("", "50"));
    assertThat(meant("thing less than $49.99")).containsExactly(price("", "49.99"));
    assertThat(meant("ding unter 50 euro")).containsExactly(price("", "50"));
    assertThat(meant("thing <50€")).containsExactly(price("", "50"));
    assertThat(meant("thing 50-100 euro")).containsExactly(price("50", "100"));
    assertThat(meant("thing $50 - $100")).containsExactly(price("50", "100"));
    assertThat(meant("ding zwischen 20 und 30,50 €")).containsExactly(price("20", "30.50"));
    assertThat(meant("thing over 1000 dollars")).containsExactly(price("1000", ""));
    assertThat(meant("thing between 50 and 20")).containsExactly(price("20", "50"));
    assertThat(meant("thing under 50 over 20")).containsExactly(price("20", "50"));
    assertThat(understood("thing over 20 blue under 50").text()).isEqualTo("thing blue");
    assertThat(meant("thing under 20 over 50")).containsExactly(price("", "20"));
  }

  @Test
  void anAmountOfMoneyThatNothingIsSoldForLimitsNothing() {
    for (String query : List.of("thing under 50 €", "thing £20 - £50", "thing < 50 euro")) {
      QueryUnderstanding.Meaning meaning = SHOP.of(query, () -> Set.of("USD"));
      assertThat(meaning.understood()).as(query).isEmpty();
      assertThat(meaning.text()).as(query).isEqualTo("thing");
    }
    assertThat(SHOP.of("thing under $50", () -> Set.of("CAD")).understood()).hasSize(1);
    assertThat(SHOP.of("thing under 50", () -> Set.of("JPY")).understood()).hasSize(1);
    assertThat(SHOP.of("thing under $50", () -> Set.of("JPY")).understood()).isEmpty();
  }

  @Test
  void readsLimitsInTheCurrenciesOfOtherCountries() {
    Map<String, String> queries =
        Map.of(
            "ding unter 50 chf", "CHF",
            "ding unter CHF 50", "CHF",
            "thing under 50 yen", "JPY",
            "thing under \u00a550", "JPY",
            "sak max 50 kr", "SEK",
            "rzecz < 50 z\u0142", "PLN",
            "chose moins de 50 francs", "CHF",
            "thing under KWD 50", "KWD",
            "thing under \u20b950", "INR",
            "ding bis EUR 50", "EUR");
    queries.forEach(
        (query, currency) -> {
          QueryUnderstanding.Meaning meaning = SHOP.of(query, () -> Set.of(currency));
          assertThat(meaning.filters()).as(query).containsExactly(price("", "50"));
          assertThat(meaning.text()).as(query).doesNotContain("50").hasSizeLessThan(6);
          assertThat(SHOP.of(query, () -> Set.of("AUD")).filters()).as(query).isEmpty();
        });
    assertThat(SHOP.of("thing under 50 usd", () -> Set.of("CAD")).filters()).isEmpty();
    assertThat(SHOP.of("thing under 50 usd", () -> Set.of("CAD")).cut()).isTrue();
    assertThat(SHOP.of("thing under 50 usd", () -> Set.of("USD")).cut()).isFalse();
    assertThat(SHOP.of("yen lamp under 50", () -> Set.of("EUR")).text()).isEqualTo("yen lamp");
  }

  @Test
  void readsThousandsAndAnswersToWhatIsSaidInOtherWords() {
    for (String query :
        List.of(
            "thing under 1,000",
            "thing under 1.000",
            "thing for at most $1,000.00",
            "ding bis 1.000,00 €",
            "ding max. 1000 euro",
            "thing <= 1000",
            "thing 1000 or less")) {
      assertThat(meant(query)).as(query).hasSize(1);
      assertThat(meant(query).get(0).max()).as(query).isEqualByComparingTo("1000");
      assertThat(meant(query).get(0).min()).as(query).isNull();
    }
    for (String query :
        List.of(
            "thing >= 1000", "ding ab 1000 euro", "thing $1000 and up", "thing at least 1,000")) {
      assertThat(meant(query)).as(query).hasSize(1);
      assertThat(meant(query).get(0).min()).as(query).isEqualByComparingTo("1000");
    }
    for (String query : List.of("$20 to $40", "from 20 to 40", "20 bis 40 euro", "von 20 bis 40")) {
      assertThat(meant("thing " + query)).as(query).containsExactly(price("20", "40"));
    }
    assertThat(understood("ding für unter 50 euro").text()).isEqualTo("ding");
  }

  @Test
  void saysEachThingThatItUnderstoodOnce() {
    assertThat(meant("linen linen linen")).hasSize(1);
  }

  @Test
  void leavesOtherNumbersAlone() {
    for (String query :
        List.of(
            "under 24 inch",
            "802-11 card",
            "50-100",
            "under 5 kg",
            "under 1e9",
            "under 20k",
            "over",
            "air max 90",
            "from 20 to 40 cm",
            "size 40 to 42")) {
      assertThat(meant(query)).as(query).isEmpty();
      assertThat(understood(query).text()).as(query).isEqualTo(query);
    }
  }

  @Test
  void readsBrandCategoryColourSizeAndPlainValues() {
    assertThat(meant("acme shirts"))
        .containsExactly(Filter.in("brand", "Acme"), Filter.in("category", "clothes-shirts"));
    assertThat(meant("navy blue thing")).containsExactly(Filter.in("color", "Navy Blue"));
    assertThat(meant("size 42")).containsExactly(Filter.in("size", "42"));
    assertThat(understood("shirt size 42 linen").text())
        .as("no shirt says it")
        .isEqualTo("shirt 42 linen");
    assertThat(understood("size of a shirt").text()).isEqualTo("size of a shirt");
    assertThat(meant("thing xl")).containsExactly(Filter.in("size", "XL"));
    assertThat(meant("thing 42")).isEmpty();
    assertThat(meant("linen thing")).containsExactly(Filter.in("material", "Linen"));
    assertThat(meant("regular thing")).as("means two attributes").isEmpty();
  }

  @Test
  void aTitleOfVeryManyCategoriesIsOnlyWords() {
    List<Category> categories = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      categories.add(category("other-" + i, "Others"));
    }
    categories.add(category("hats-1", "Hats"));
    categories.add(category("hats-2", "hat"));
    QueryUnderstanding shop =
        new QueryUnderstanding(new CatalogSnapshot("many", List.of(), categories));
    assertThat(shop.of("others", Set::of).understood()).isEmpty();
    assertThat(shop.of("hats", Set::of).filters()).isEmpty();
    assertThat(shop.of("hats", Set::of).preferred())
        .containsExactly(Filter.in("category", "hats-1"), Filter.in("category", "hats-2"));
  }

  private static Category category(String id, String title) {
    return new Category(new CategoryId(id), title, null, List.of(title), List.of());
  }

  @Test
  void saysFromWhichWords() {
    assertThat(understood("Linen thing under 50 euro").understood())
        .extracting(Understood::from)
        .containsExactly("under 50 euro", "linen");
    assertThat(understood("Linen thing under 50 euro").text()).isEqualTo("linen thing");
  }
}
