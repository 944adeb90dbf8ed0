package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Searches of markets and languages beside the shop's own. */
@QuarkusTest
class SearchInEveryMarketTest {
  private static final int MANY = 1_050;

  @Test
  void findWhatWasImportedAMomentAgo() {
    importInDutch("em-1", "Zorbels");
    assertThat(foundInDutch("zorbels")).isEqualTo(1);
    importInDutch("em-2", "Frimbels");
    assertThat(foundInDutch("frimbels")).isEqualTo(1);
    assertThat(foundInDutch("zorbels")).isEqualTo(1);
  }

  /** More than are indexed at once, so that the first answers come while their index is made. */
  @Test
  void findManyAtTheirNewPricesAtOnce() {
    for (int from = 0; from < MANY; from += MANY / 3) {
      importMany("12.00", from, from + MANY / 3); // so few are indexed at once
    }
    assertThat(foundInDutch("krobbel")).isEqualTo(MANY);
    importMany("30.00", 0, MANY);
    assertThat(priced("10-25")).isEqualTo(0);
    assertThat(priced("25-50")).isEqualTo(MANY);
    importMany(null, 0, MANY);
    assertThat(foundInDutch("krobbel")).isEqualTo(0);
  }

  private static void importMany(@Nullable String price, int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      String priced = price == null ? "" : "\"price\": \"" + price + "\", ";
      lines
          .append("{\"id\": \"em-k" + i + "\", \"title\": \"Thing\", " + priced)
          .append("\"texts\": {\"nl\": {\"title\": \"Krobbel " + i + "\"}}}\n");
    }
    imported(lines.toString());
  }

  private static int priced(String range) {
    return GraphQl.nobody()
        .ask(
            "{ search(query: \"krobbel\", filters: [{field: \"price\", in: [\""
                + range
                + "\"]}], context: {locale: \"nl\"}) { totalCount } }")
        .getInt("data.search.totalCount");
  }

  /** With a text of its own, or else the language would see what all others see. */
  private static void importInDutch(String id, String title) {
    imported(
        """
        {"id": "%s", "title": "Thing", "price": "9.00", "texts": {"nl": {"title": "%s"}}}
        """
            .formatted(id, title));
  }

  private static void imported(String lines) {
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("text/plain")
        .body(lines)
        .post("/v1/catalog/import?format=jsonl")
        .then()
        .statusCode(200);
  }

  private static int foundInDutch(String query) {
    return GraphQl.nobody()
        .ask("{ search(query: \"" + query + "\", context: {locale: \"nl\"}) { totalCount } }")
        .getInt("data.search.totalCount");
  }
}
