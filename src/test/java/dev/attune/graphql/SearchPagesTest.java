package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Paging through search results while prices change and products come. */
@QuarkusTest
class SearchPagesTest {
  private static final int PRODUCTS = 40;
  private static final int A_PAGE = 8;

  @Test
  void showNothingTwiceAndLeaveNothingOutOfWhatWasThereAllTheTime() {
    TestShop shop = new TestShop();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.priced("spg-quaggle-" + i, "Search Pages", 20 + i + ".00 USD", "", "", 5);
    }
    shop.open();
    for (String sort : List.of("RELEVANCE", "PRICE_ASC", "BESTSELLING")) {
      assertThat(pagedWhileChanging(sort))
          .as(sort)
          .doesNotHaveDuplicates()
          .containsAll(
              IntStream.range(0, PRODUCTS)
                  .mapToObj(i -> "the-spg-quaggle-" + i + "-thing")
                  .toList());
    }
  }

  /** Products of the category that a word may mean come first; the others with the word follow. */
  @Test
  void reachTheEndOfWhatAWordMayMeanAndMayNot() {
    TestShop shop = new TestShop();
    for (int i = 0; i < PRODUCTS; i++) {
      shop.product("spf-fizzle-" + i, i % 2 == 0 ? "Fizzle" : "Search Pages", "Fizzy");
    }
    shop.open();
    List<String> seen = new ArrayList<>();
    String after = "";
    JsonPath answer;
    do {
      answer =
          GraphQl.visitor("spf-visitor")
              .ask(
                  "{ search(query: \"Fizzle\", first: %d%s) { totalCount nodes { handle } pageInfo {"
                          .formatted(A_PAGE, after)
                      + " hasNextPage endCursor } interpretation { filters { field narrows } } } }");
      assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
      assertThat(answer.getInt("data.search.totalCount")).isEqualTo(PRODUCTS);
      seen.addAll(answer.getList("data.search.nodes.handle"));
      after = ", after: \"" + answer.getString("data.search.pageInfo.endCursor") + "\"";
    } while (answer.getBoolean("data.search.pageInfo.hasNextPage"));
    assertThat(seen).hasSize(PRODUCTS).doesNotHaveDuplicates();
    assertThat(answer.getList("data.search.interpretation.filters.field")).contains("category");
    assertThat(answer.getList("data.search.interpretation.filters.narrows")).containsOnly(false);
  }

  private static List<String> pagedWhileChanging(String sort) {
    List<String> seen = new ArrayList<>();
    String after = "";
    for (int page = 0; page < PRODUCTS; page++) {
      JsonPath answer =
          GraphQl.visitor("spg-visitor")
              .ask(
                  "{ search(query: \"quaggle\", sort: %s, first: %d%s) { nodes { handle } pageInfo {"
                          .formatted(sort, A_PAGE, after)
                      + " hasNextPage endCursor } } }");
      assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
      seen.addAll(answer.getList("data.search.nodes.handle"));
      if (!answer.getBoolean("data.search.pageInfo.hasNextPage")) {
        return seen;
      }
      after = ", after: \"" + answer.getString("data.search.pageInfo.endCursor") + "\"";
      turnPricesAround(page);
      new TestShop().product("spg-quaggle-late-" + sort + page, "Search Pages", "Late").open();
    }
    throw new AssertionError("There is always another page");
  }

  private static void turnPricesAround(int page) {
    TestShop.price("spg-quaggle-", PRODUCTS, i -> page % 2 == 0 ? 70 - i : 20 + i);
  }
}
