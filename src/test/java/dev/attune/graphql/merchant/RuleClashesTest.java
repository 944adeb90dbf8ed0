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

/** Rules that get in each other's way without naming the same, over HTTP. */
@QuarkusTest
class RuleClashesTest {
  private static final String PIN = "pin: {position: 1}";
  private static final String HIDE = "hide: true, condition: \"product.brand == '%s'\"";

  private final String mine = UUID.randomUUID().toString().substring(0, 8);
  private final List<String> written = new ArrayList<>();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("cl-a", "Clshop > Clone", "Clar")
        .product("cl-b", "Clshop > Clone", "Clex")
        .product("cl-c", "Clshop > Cltwo", "Clar")
        .product("cl-d", "Clshop > Cltwo", "Clex")
        .open();
    merchant = GraphQl.nobody().signedIn("cl-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    written.forEach(
        id ->
            merchant.ask(
                "mutation { archiveRule(id: \"%s\", expectedVersion: 1) { id } }".formatted(id)));
  }

  /** A rule that holds for a campaign of this test alone. */
  private JsonPath save(String name, String rule, String scope) {
    String id = "cl-" + name + "-" + mine;
    JsonPath saved =
        merchant.ask(
            "mutation { saveRule(expectedVersion: 0, publish: true, rule: {id: \"%s\", title: \"A"
                    .formatted(id)
                + " rule\", %s, scope: {campaigns: [\"cl-%s\"], %s}}) { conflicts { rule kind } } }"
                    .formatted(rule, mine, scope));
    if (saved.getList("errors") == null) {
      written.add(id);
    }
    return saved;
  }

  private static String subject(String product) {
    return ", subjects: [\"gid://attune/Product/" + product + "\"]";
  }

  private static List<String> conflicts(JsonPath saved) {
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
    return saved.getList("data.saveRule.conflicts.kind");
  }

  @Test
  void twoThatEmptyAPageTogetherAreRefusedThoughOneNamesTheCategoryAbove() {
    conflicts(save("one", HIDE.formatted("Clar"), "categories: [\"clshop-clone\"]"));

    JsonPath both = save("two", HIDE.formatted("Clex"), "categories: [\"clshop\"]");

    assertThat(both.getString("errors[0].extensions.code"))
        .as(both.prettify())
        .isEqualTo("RULE_HIDES_PAGE");
    assertThat(both.getString("errors[0].message")).contains("0 of 2 products in clshop-clone");
  }

  @Test
  void whatIsHiddenElsewhereIsStillLeftOnAPage() {
    conflicts(save("feed", HIDE.formatted("Clar"), "placements: [FEED]"));
    conflicts(save("query", HIDE.formatted("Clar"), "queries: [\"cl thing\"]"));
    assertThat(conflicts(save("rest", HIDE.formatted("Clex"), ""))).isEmpty();
  }

  @Test
  void aPinInTheCategoryAboveWantsThePlaceToo() {
    save("above", PIN + subject("cl-a"), "categories: [\"clshop\"]");
    save("beside", PIN + subject("cl-b"), "categories: [\"clshop-clone\"]");
    JsonPath below = save("below", PIN + subject("cl-c"), "categories: [\"clshop-cltwo\"]");
    assertThat(conflicts(below)).containsExactly("SAME_PLACE");
    assertThat(below.getString("data.saveRule.conflicts[0].rule")).isEqualTo("cl-above-" + mine);
    assertThat(conflicts(save("ninth", "pin: {position: 9}" + subject("cl-d"), ""))).isEmpty();
  }

  @Test
  void aQueryIsTheSameInAnyCase() {
    save("lower", PIN + subject("cl-a"), "queries: [\"garden  chair\"]");
    assertThat(conflicts(save("upper", PIN + subject("cl-b"), "queries: [\" Garden chair\"]")))
        .containsExactly("SAME_PLACE");
    assertThat(conflicts(save("else", PIN + subject("cl-b"), "queries: [\"garden\"]"))).isEmpty();
  }

  @Test
  void whatIsHiddenInItsCategoryIsMissingWhereItIsPinnedOnAnothersPage() {
    save("pinned", PIN + subject("cl-a"), "categories: [\"clshop-cltwo\"]");
    assertThat(conflicts(save("gone", HIDE.formatted("Clar"), "categories: [\"clshop-clone\"]")))
        .containsExactly("HIDDEN_PLACE");
    save("boost", "boost: {factor: \"2\"}", "categories: [\"clshop\"]");
    assertThat(conflicts(save("bury", "bury: {factor: \"2\"}", "categories: [\"clshop-cltwo\"]")))
        .containsExactly("LIFTED_AND_BURIED");
  }
}
