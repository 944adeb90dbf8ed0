package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redirects, synonyms and routines of merchants: where and when they hold, and which is first. */
@QuarkusTest
class OwnWordsAndRoutinesTest {
  private static final String SEARCH =
      "{ search(query: \"%s\", context: {%s}) { totalCount interpretation { redirect { path } } } }";

  private final String mine = UUID.randomUUID().toString();
  private final String query = "or" + mine.replace("-", "").replaceAll("[0-9]", "x");
  private final List<String> forget = new ArrayList<>();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("or-wash", "Orcare", "Aar")
        .product("or-tone", "Ortone", "Aar")
        .product("or-cream", "Orcream", "Aar")
        .product("or-mask", "Ormask", "Aar")
        .open();
    merchant = GraphQl.nobody().signedIn("or-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    forget.forEach(merchant::ask);
  }

  private void saved(String kind, String input, String name, String body) {
    String id = "or-" + name + "-" + mine;
    forget.add("mutation { archive%s(id: \"%s\", expectedVersion: 1) { id } }".formatted(kind, id));
    JsonPath answer =
        merchant.ask(
            "mutation { save%s(expectedVersion: 0, %s: {id: \"%s\", %s}) { id } }"
                .formatted(kind, input, id, body));
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private String leadsTo(String context) {
    return GraphQl.visitor("or-visitor")
        .ask(SEARCH.formatted(query, context))
        .getString("data.search.interpretation.redirect.path");
  }

  @Test
  void aRedirectLeadsWhereItHoldsAndTheOneOfHigherPriorityFirst() {
    String redirect = "queries: [\"" + query + "\"], link: \"%s\", %s";
    saved("Redirect", "redirect", "all", redirect.formatted("/all", "priority: 10"));
    saved(
        "Redirect",
        "redirect",
        "canada",
        redirect.formatted("/canada", "scope: {markets: [\"CA\"], locales: [\"fr\"]}"));
    saved(
        "Redirect",
        "redirect",
        "past",
        redirect.formatted("/past", "priority: 100, scope: {endsAt: \"2001-01-01T00:00\"}"));
    assertThat(leadsTo("country: \"CA\", locale: \"fr-CA\"")).isEqualTo("/canada");
    assertThat(leadsTo("country: \"CA\", locale: \"en\"")).isEqualTo("/all");
    assertThat(leadsTo("country: \"US\", locale: \"fr\"")).isEqualTo("/all");
  }

  @Test
  void synonymsHoldInTheirLanguage() {
    saved(
        "Synonyms",
        "synonyms",
        "german",
        "phrases: [\"%s\"], standFor: [\"or-wash\"], scope: {locales: [\"de\"]}".formatted(query));
    String total = "data.search.totalCount";
    GraphQl shopper = GraphQl.visitor("or-visitor");
    assertThat(shopper.ask(SEARCH.formatted(query, "locale: \"de\"")).getInt(total)).isPositive();
    assertThat(shopper.ask(SEARCH.formatted(query, "locale: \"fr\"")).getInt(total)).isZero();
    JsonPath refused =
        merchant.ask(
            "mutation { saveSynonyms(expectedVersion: 0, synonyms: {id: \"or-x\", phrases:"
                + " [\"a\", \"b\"], scope: {segments: [\"x\"]}}) { id } }");
    assertThat(refused.getString("errors[0].extensions.field"))
        .isEqualTo("synonyms.scope.segments");
  }

  @Test
  void aRoutineBringsItsNextStepAndTheOneOfHigherPriorityFirst() {
    String steps = "title: \"Evening\", steps: [%s], %s";
    saved(
        "Routine",
        "routine",
        "evening",
        steps.formatted(step("or-wash") + step("or-tone") + step("or-cream"), "priority: 60"));
    List<String> rail = rail("");
    assertThat(rail.subList(0, 2)).containsExactly("or-tone", "or-cream");
    saved(
        "Routine",
        "routine",
        "treat",
        steps.formatted(
            step("or-wash") + step("or-mask"), "priority: 90, scope: {markets: [\"CA\"]}"));
    assertThat(rail("country: \"CA\"").subList(0, 2)).containsExactly("or-mask", "or-tone");
    assertThat(rail("country: \"US\"").subList(0, 2)).containsExactly("or-tone", "or-cream");
  }

  @Test
  void aRoutineHasStepsOfKnownProductsThatAreThereOnce() {
    refuses(step("or-wash"), "routine.steps");
    refuses(step("or-wash") + step("or-wash"), "routine.steps.products");
    refuses(step("or-wash") + step("or-nowhere"), "routine.steps.products");
    refuses(step("or-wash") + "{products: []}", "routine.steps.products");
  }

  private void refuses(String steps, String field) {
    JsonPath refused =
        merchant.ask(
            ("mutation { saveRoutine(expectedVersion: 0, routine: {id: \"or-x\", title: \"x\","
                    + " steps: [%s]}) { id } }")
                .formatted(steps));
    assertThat(refused.getString("errors[0].extensions.field"))
        .as(steps + refused.prettify())
        .isEqualTo(field);
  }

  private static String step(String product) {
    return "{products: [\"gid://attune/Product/" + product + "\"]} ";
  }

  private static List<String> rail(String context) {
    JsonPath answer =
        GraphQl.visitor("or-visitor")
            .ask(
                ("{ recommendations(placement: CART_COMPLETE_THE_ROUTINE, first: 4, cart: [{product:"
                        + " \"or-wash\", quantity: 1}], context: {%s}) { items { product { id } } }"
                        + " }")
                    .formatted(context));
    return answer.getList("data.recommendations.items.product.id", String.class).stream()
        .map(id -> id.substring(id.lastIndexOf('/') + 1))
        .toList();
  }
}
