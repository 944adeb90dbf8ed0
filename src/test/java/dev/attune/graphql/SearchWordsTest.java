package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What merchants write for search, and what became of a query, over HTTP. */
@QuarkusTest
class SearchWordsTest {
  private static final String SEARCH =
      "{ search(query: \"%s\") { totalCount nodes { handle } interpretation { query corrected"
          + " synonyms excluded relaxed redirect { path target { ... on Category { handle } } } } } }";

  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("sw-zorple", "Swzorples", "Kiln")
        .product("sw-quibble", "Swquibbles", "Kiln")
        .open();
    merchant = GraphQl.nobody().signedIn("sw-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    merchant.ask("mutation { archiveSynonyms(id: \"sw-s\", expectedVersion: 1) { id } }");
    merchant.ask("mutation { archiveRedirect(id: \"sw-r\", expectedVersion: 1) { id } }");
  }

  private static JsonPath search(String query) {
    return GraphQl.visitor("sw-shopper").ask(SEARCH.formatted(query));
  }

  @Test
  void usesSynonymsOnceTheyAreSaved() {
    String save =
        "mutation { saveSynonyms(expectedVersion: 0, synonyms: {id: \"sw-s\", phrases:"
            + " [\"swquux\"], standFor: [\"zorple\"]}) { version standFor } }";
    assertThat(search("swquux").getInt("data.search.totalCount")).isZero();
    assertThat(merchant.ask(save).getInt("data.saveSynonyms.version")).isEqualTo(1);
    assertThat(merchant.refusal(save)).isEqualTo("STALE_VERSION");
    JsonPath found = search("swquux");
    assertThat(found.getInt("data.search.totalCount")).isPositive();
    assertThat(found.getList("data.search.interpretation.synonyms")).isEqualTo(List.of("zorple"));
    assertThat(merchant.ask("{ synonyms { id } }").getList("data.synonyms.id")).contains("sw-s");
  }

  @Test
  void leavesOutWhatIsNotWantedAndSaysSo() {
    JsonPath found = search("zorple -kiln");
    assertThat(found.getInt("data.search.totalCount")).as(found.prettify()).isZero();
    assertThat(found.<String>getList("data.search.interpretation.excluded"))
        .containsExactly("kiln");
    assertThat(search("zorple -swother").getInt("data.search.totalCount")).isPositive();
  }

  @Test
  void leadsAQueryToItsPage() {
    String save =
        "mutation { saveRedirect(expectedVersion: 0, redirect: {id: \"sw-r\", queries:"
            + " [\"Sw  Returns\"], link: \"%s\"}) { version } }";
    assertThat(merchant.refusal(save.formatted("/c/swgone"))).isEqualTo("UNKNOWN_ID");
    JsonPath saved = merchant.ask(save.formatted("/c/swzorples?from=words"));
    assertThat(saved.getInt("data.saveRedirect.version")).as(saved.prettify()).isEqualTo(1);
    JsonPath led = search("sw returns");
    led.setRootPath("data.search.interpretation.redirect");
    assertThat(led.getString("path")).isEqualTo("/c/swzorples?from=words");
    assertThat(led.getString("target.handle")).isEqualTo("swzorples");
    assertThat(search("sw").getString("data.search.interpretation.redirect")).isNull();
    assertThat(merchant.ask("{ redirects { id } }").getList("data.redirects.id")).contains("sw-r");
  }

  @Test
  void refusesWhatMakesNoSenseAndWhoHasNoRole() {
    assertThat(
            merchant.refusal(
                "mutation { saveSynonyms(expectedVersion: 0, synonyms: {id: \"sw-x\", phrases:"
                    + " [\"one\"]}) { id } }"))
        .isEqualTo("INVALID_VALUE");
    assertThat(
            merchant.refusal(
                "mutation { saveRedirect(expectedVersion: 0, redirect: {id: \"sw-x\", queries:"
                    + " [\"one\"], link: \"//evil.example\"}) { id } }"))
        .isEqualTo("INVALID_VALUE");
    assertThat(GraphQl.nobody().refusal("{ synonyms { id } }")).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().refusal("{ redirects { id } }")).isEqualTo("FORBIDDEN");
  }

  @Test
  void recommendsFirstWhatComesNearestWhereNothingIsFound() {
    String nearest = "gid://attune/Product/sw-zorple";
    assertThat(search("zorple under 1").getInt("data.search.totalCount")).isZero();
    for (String query : new String[] {"zorple under 1", "zorpel under 1", "swgrmpf zorple"}) {
      assertThat(instead("query: \"" + query + "\"")).as(query).startsWith(nearest);
    }
    assertThat(instead("query: \"quibble under 1\"")).startsWith("gid://attune/Product/sw-quibble");
    assertThat(instead("query: \"swgrmpf\"")).isEqualTo(instead("query: null"));
  }

  private static List<String> instead(String query) {
    JsonPath rail =
        GraphQl.visitor("sw-stranger")
            .ask(
                "{ recommendations(placement: SEARCH_NO_RESULTS, first: 6, %s) { items { product {"
                        .formatted(query)
                    + " id } } } }");
    assertThat(rail.getList("errors")).as(rail.prettify()).isNull();
    return rail.getList("data.recommendations.items.product.id");
  }

  @Test
  void answersAnyQueryAndRecommendsWhereNothingIsFound() {
    for (String query :
        new String[] {
          "x".repeat(10_000), "\\\"unbalanced", "?!", "\uD83D\uDE00", "sw ".repeat(999)
        }) {
      JsonPath answer = search(query);
      assertThat(answer.getList("errors")).as(query).isNull();
      assertThat(answer.getString("data.search.interpretation.query")).as(query).isNotBlank();
    }
  }
}
