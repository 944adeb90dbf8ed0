package dev.attune.graphql.merchant.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.search.SearchIndexes;
import dev.attune.search.column.Demand;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchesNowTest {
  private final SearchIndexes indexes = new SearchIndexes(Runnable::run, null, Clock.systemUTC());

  @AfterEach
  void letGo() {
    indexes.close();
  }

  private static CatalogSnapshot shop(String version, int from, int to, String price) {
    SampleCatalog shop = new SampleCatalog();
    for (int i = from; i < to; i++) {
      shop.product("m" + i, "Mouse").price(price).add();
    }
    return shop.snapshot(version);
  }

  private SearchesNow searches(CatalogSnapshot everybodys) {
    return new SearchesNow(everybodys, indexes, List.of(), Demand.of("none", product -> 0));
  }

  @Test
  void tellsFromEverybodysSearchWhereThatIsAllOfIt() {
    CatalogSnapshot home = shop("1", 0, 3, "20.00");
    CatalogSnapshot market = shop("1@BO/BOB/", 1, 3, "200.00");
    assertThat(searches(home).find("mouse", home).orElseThrow()).hasSize(3);
    assertThat(searches(home).find("mouse", market).orElseThrow())
        .contains(new ProductId("m1"), new ProductId("m2"));
  }

  @Test
  void tellsNothingOfAMarketWhereEverybodysSearchIsCutOrDoesNotFindAllThatIsSold() {
    CatalogSnapshot home = shop("1", 0, 250, "20.00");
    assertThat(searches(home).find("mouse", home).orElseThrow()).hasSize(240);
    assertThat(searches(home).find("mouse", shop("1@BO/BOB/", 0, 2, "200.00"))).isEmpty();
    CatalogSnapshot few = shop("2", 0, 3, "20.00");
    assertThat(searches(few).find("mouse", shop("2@BO/BOB/", 2, 4, "200.00"))).isEmpty();
  }

  @Test
  void asksTheIndexOfAMarketThatHasOne() {
    CatalogSnapshot home = shop("1", 0, 250, "20.00");
    CatalogSnapshot market = shop("1@BO/BOB/", 248, 252, "200.00");
    indexes.rebuild(market);
    assertThat(searches(home).find("mouse", market).orElseThrow())
        .containsExactlyInAnyOrder(
            new ProductId("m248"),
            new ProductId("m249"),
            new ProductId("m250"),
            new ProductId("m251"));
  }
}
