package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** Pages in a currency in which the shop sells nothing. */
@QuarkusTest
class UnsoldCurrencyTest {
  private static final String LISTS =
      "{ search(query: \"uncurrent\"%1$s) { totalCount } category(handle: \"unsold-currencies\"%1$s)"
          + " { products { totalCount } } }";
  private static final String UNSOLD = ", context: {currency: \"XOF\"}";

  /**
   * The lists of who sells there are made by workers, so that it takes several looks to be sure.
   */
  @Test
  void hasEmptyListsThereAndTheSameOnesAsBeforeEverywhereElse() {
    new TestShop()
        .product("un-uncurrent", "Unsold Currencies", "Una")
        .product("un-other", "Unsold Currencies", "Una")
        .open();
    JsonPath before = GraphQl.nobody().ask(LISTS.formatted(""));
    assertThat(before.getInt("data.search.totalCount")).as(before.prettify()).isPositive();
    assertThat(before.getInt("data.category.products.totalCount")).isEqualTo(2);

    for (int look = 0; look < 20; look++) {
      JsonPath there = GraphQl.nobody().ask(LISTS.formatted(UNSOLD));
      assertThat(there.getList("errors")).as(there.prettify()).isNull();
      assertThat(there.getInt("data.search.totalCount")).isZero();
      assertThat(there.getInt("data.category.products.totalCount")).isZero();

      JsonPath here = GraphQl.nobody().ask(LISTS.formatted(""));
      assertThat(here.getMap("data")).isEqualTo(before.getMap("data"));
    }
  }
}
