package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Previews over HTTP: as anybody, at any time, with and without a draft. */
@QuarkusTest
class PreviewTest {
  private final String rule = "pv-rule-" + UUID.randomUUID();
  private final String segment = "pv-buyers-" + UUID.randomUUID();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("pv-a", "Pvshop", "Aar")
        .product("pv-b", "Pvshop", "Bex")
        .product("pv-c", "Pvother", "Bex")
        .open();
    merchant = GraphQl.nobody().signedIn("pv-merchant", "merchandiser");
    merchant.ask(
        ("mutation { saveSegment(expectedVersion: 0, segment: {id: \"%s\", title: \"B\","
                + " condition: \"shopper.orders > 1\"}) { version } }")
            .formatted(segment));
    JsonPath saved =
        merchant.ask(
            ("mutation { saveRule(expectedVersion: 0, rule: {id: \"%s\", title: \"Later\", pin:"
                 + " {position: 1}, subjects: [\"gid://attune/Product/pv-c\"], scope: {categories:"
                 + " [\"pvshop\"], segments: [\"%s\"], startsAt: \"2040-01-01T00:00\", timeZone:"
                 + " \"Asia/Tokyo\"}}) { rule { version } } }")
                .formatted(rule, segment));
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
  }

  @AfterEach
  void forgetWhatWasWritten() {
    merchant.ask("mutation { archiveRule(id: \"%s\", expectedVersion: 1) { id } }".formatted(rule));
    merchant.ask(
        "mutation { archiveSegment(id: \"%s\", expectedVersion: 1) { id } }".formatted(segment));
  }

  private String first(String arguments) {
    String query =
        "{ preview(page: {category: \"pvshop\"}, %s) { segments category { products { nodes {"
            + " handle } decision { id } } } } }";
    JsonPath answer =
        merchant.ask(
            query.formatted(arguments.replace("pv-rule", rule).replace("pv-buyers", segment)));
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    String decision = answer.getString("data.preview.category.products.decision.id");
    assertThat(
            merchant
                .ask("{ decision(id: \"" + decision + "\") { id } }")
                .getString("data.decision"))
        .isNull();
    return answer.getString("data.preview.category.products.nodes[0].handle");
  }

  @Test
  void showsADraftToWhomAndWhenItWillHoldAndLeavesNoRecord() {
    String then = "at: \"2040-01-01T00:00:00+09:00\", drafts: [\"pv-rule\"], ";
    String pinned = "the-pv-c-thing";
    assertThat(first(then + "as: {segment: \"pv-buyers\"}")).isEqualTo(pinned);
    assertThat(first(then + "as: {madeUp: {orders: 2}}")).isEqualTo(pinned);
    assertThat(first(then + "as: {madeUp: {orders: 1}}")).isNotEqualTo(pinned);
    assertThat(first("at: \"2040-01-01T00:00:00+09:00\", as: {segment: \"pv-buyers\"}"))
        .isNotEqualTo(pinned);
    assertThat(
            first(
                "at: \"2039-12-31T23:59:59+09:00\", drafts: [\"pv-rule\"], as: {segment:"
                    + " \"pv-buyers\"}"))
        .isNotEqualTo(pinned);
  }

  @Test
  void showsEveryKindOfPage() {
    JsonPath pages =
        merchant.ask(
            "{ home: preview(page: {home: true}) { home { hero { headline } rails { items { product"
                + " { handle } } } } } search: preview(page: {search: \"pv\"}) { search {"
                + " totalCount } } product: preview(page: {product: \"pv-a\"}) { product { handle }"
                + " } }");
    assertThat(pages.getList("errors")).as(pages.prettify()).isNull();
    assertThat(pages.getString("data.home.home.hero.headline")).isNotBlank();
    assertThat(pages.getString("data.product.product.handle")).isEqualTo("the-pv-a-thing");
  }

  @Test
  void isForMerchandisersAndRealPeopleForAdmins() {
    assertThat(GraphQl.nobody().refusal("{ preview(page: {home: true}) { at } }"))
        .isEqualTo("FORBIDDEN");
    String real = "{ preview(page: {home: true}, as: {customer: \"pv-somebody\"}) { at } }";
    assertThat(merchant.refusal(real)).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().signedIn("pv-admin", "admin").ask(real).getList("errors")).isNull();
    assertThat(merchant.refusal("{ preview(page: {}) { at } }")).isEqualTo("INVALID_VALUE");
    assertThat(merchant.refusal("{ preview(page: {home: true}, drafts: [\"pv-none\"]) { at } }"))
        .isEqualTo("UNKNOWN_ID");
  }
}
