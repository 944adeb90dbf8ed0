package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Searches of markets and languages beside the shop's own. */
@QuarkusTest
class SearchInEveryMarketTest {
  @Test
  void findWhatWasImportedAMomentAgo() {
    importInDutch("em-1", "Zorbels");
    assertThat(foundInDutch("zorbels")).isEqualTo(1);
    importInDutch("em-2", "Frimbels");
    assertThat(foundInDutch("frimbels")).isEqualTo(1);
    assertThat(foundInDutch("zorbels")).isEqualTo(1);
  }

  /** With a text of its own, or else the language would see what all others see. */
  private static void importInDutch(String id, String title) {
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("text/plain")
        .body(
            """
            {"id": "%s", "title": "Thing", "price": "9.00", "texts": {"nl": {"title": "%s"}}}
            """
                .formatted(id, title))
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
