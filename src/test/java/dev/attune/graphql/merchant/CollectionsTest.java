package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Collections over HTTP: written, shown, needed by rules, taken out and brought back. */
@QuarkusTest
class CollectionsTest {
  private static final String RULE = "cl-rule";

  private final String id = "cl-" + UUID.randomUUID();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("cl-a", "Clshop", "Aar")
        .product("cl-b", "Clshop", "Aar")
        .product("cl-c", "Clother", "Bex")
        .open();
    merchant = GraphQl.nobody().signedIn("cl-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    JsonPath rule = merchant.ask("{ rule(id: \"" + RULE + "\") { version } }");
    if (rule.get("data.rule") != null) {
      merchant.ask(
          "mutation { archiveRule(id: \"%s\", expectedVersion: %d) { id } }"
              .formatted(RULE, rule.getInt("data.rule.version")));
    }
    for (String one : List.of(id, id + "-x")) {
      JsonPath read = read(one);
      if (read != null) {
        archive(one, read.getInt("version"));
      }
    }
  }

  private JsonPath save(int expected, String which, String handle, String title, String... ids) {
    StringBuilder products = new StringBuilder();
    for (String product : ids) {
      products.append('"').append("gid://attune/Product/").append(product).append("\" ");
    }
    return merchant.ask(
        ("mutation { saveCollection(expectedVersion: %d, collection: {id: \"%s\", handle: \"%s\","
                + " title: \"%s\", products: [%s]}) { id version products } }")
            .formatted(expected, which, handle, title, products));
  }

  private JsonPath archive(String which, int expected) {
    return merchant.ask(
        "mutation { archiveCollection(id: \"%s\", expectedVersion: %d) { version } }"
            .formatted(which, expected));
  }

  private JsonPath read(String which) {
    JsonPath all =
        merchant.ask(
            "{ collections(first: 100) { totalCount nodes { id handle title products version } }"
                + " }");
    String one = "data.collections.nodes.find { it.id == '" + which + "' }";
    if (all.get(one) == null) {
      return null;
    }
    all.setRootPath(one);
    return all;
  }

  private List<String> shown() {
    return GraphQl.visitor("cl-visitor")
        .ask(
            "{ node(id: \"gid://attune/Collection/%s\") { ... on Collection { handle title products { nodes { id } } } } }"
                .formatted(id))
        .getList("data.node.products.nodes.id", String.class);
  }

  @Test
  void showsWhatAMerchantPutsTogetherInTheirOrderAndKeepsTheHistory() {
    JsonPath saved = save(0, id, id, "Picks", "cl-c", "cl-a");
    assertThat(saved.getInt("data.saveCollection.version")).as(saved.prettify()).isEqualTo(1);
    assertThat(shown()).containsExactly("gid://attune/Product/cl-c", "gid://attune/Product/cl-a");
    JsonPath offered =
        GraphQl.visitor("cl-visitor").ask("{ home { collections(first: 50) { id } } }");
    assertThat(offered.getList("data.home.collections.id", String.class))
        .as(offered.prettify())
        .contains("gid://attune/Collection/" + id);
    save(1, id, id, "Others", "cl-b");
    assertThat(shown()).containsExactly("gid://attune/Product/cl-b");
    assertThat(read(id).getString("title")).isEqualTo("Others");
    JsonPath back =
        merchant.ask(
            "mutation { rollBack(kind: COLLECTION, id: \"%s\", toVersion: 1, expectedVersion: 2) { version what } }"
                .formatted(id));
    assertThat(back.getInt("data.rollBack.version")).as(back.prettify()).isEqualTo(3);
    assertThat(shown()).containsExactly("gid://attune/Product/cl-c", "gid://attune/Product/cl-a");
    JsonPath history =
        merchant.ask(
            "{ contentHistory(kind: COLLECTION, id: \"" + id + "\") { version who what state } }");
    assertThat(history.getList("data.contentHistory.version", Integer.class))
        .containsExactly(3, 2, 1);
    assertThat(history.getString("data.contentHistory[0].who")).isEqualTo("cl-merchant");
    assertThat(history.getString("data.contentHistory[1].state")).contains("Others");
    assertThat(archive(id, 3).getInt("data.archiveCollection.version")).isEqualTo(4);
    assertThat(read(id)).isNull();
    assertThat(shown()).isNullOrEmpty();
  }

  @Test
  void keepsACollectionThatARuleFillsASlotFrom() {
    save(0, id, id, "Slot", "cl-c");
    JsonPath rule =
        merchant.ask(
            ("mutation { saveRule(expectedVersion: 0, publish: true, rule: {id: \"%s\", title:"
                    + " \"F\", fill: {position: 1, collection: \"%s\"}, scope: {placements:"
                    + " [CATEGORY], categories: [\"clshop\"]}}) { rule { version } } }")
                .formatted(RULE, id));
    assertThat(rule.getList("errors")).as(rule.prettify()).isNull();
    assertThat(first()).isEqualTo("gid://attune/Product/cl-c");
    JsonPath refused = archive(id, 1);
    assertThat(refused.getString("errors[0].extensions.code")).isEqualTo("INVALID_VALUE");
    assertThat(refused.getString("errors[0].message")).contains("Rule " + RULE);
    save(1, id, id, "Slot", "cl-b");
    assertThat(first()).isEqualTo("gid://attune/Product/cl-b");
  }

  private String first() {
    return GraphQl.visitor("cl-visitor")
        .ask("{ category(handle: \"clshop\") { products { nodes { id } } } }")
        .getString("data.category.products.nodes[0].id");
  }

  @Test
  void givesAHandleToOneCollectionAtATime() {
    save(0, id, id, "First", "cl-a");
    JsonPath taken = save(0, id + "-x", id, "Second", "cl-b");
    assertThat(taken.getString("errors[0].extensions.code")).isEqualTo("DUPLICATE_ID");
    assertThat(taken.getString("errors[0].extensions.field")).isEqualTo("collection.handle");
    archive(id, 1);
    assertThat(save(0, id + "-x", id, "Second", "cl-b").getList("errors")).isNull();
    JsonPath back =
        merchant.ask(
            "mutation { rollBack(kind: COLLECTION, id: \"%s\", toVersion: 1, expectedVersion: 2) { version } }"
                .formatted(id));
    assertThat(back.getString("errors[0].extensions.code")).isEqualTo("DUPLICATE_ID");
  }

  @Test
  void refusesStaleWritesAndWhatMakesNoSense() {
    save(0, id, id, "First", "cl-a");
    JsonPath stale = save(0, id, id, "Late", "cl-a");
    assertThat(stale.getString("errors[0].extensions.code")).isEqualTo("STALE_VERSION");
    assertThat(stale.getString("errors[0].message")).contains("at version 1, not 0");
    String other = id + "-x";
    refuses(save(0, other, other, "None"), "INVALID_VALUE", "collection.products");
    refuses(save(0, other, other, "Twice", "cl-a", "cl-a"), "INVALID_VALUE", "collection.products");
    refuses(save(0, other, other, "Gone", "cl-none"), "UNKNOWN_ID", "collection.products");
    refuses(save(0, other, "no/path", "Path", "cl-a"), "INVALID_VALUE", "collection.handle");
    refuses(save(0, other, other, " ", "cl-a"), "INVALID_VALUE", "collection.title");
  }

  private static void refuses(JsonPath answer, String code, String field) {
    assertThat(answer.getString("errors[0].extensions.code")).as(answer.prettify()).isEqualTo(code);
    assertThat(answer.getString("errors[0].extensions.field")).isEqualTo(field);
  }

  @Test
  void isForMerchandisersAloneAndReadByEveryOperator() {
    String save =
        "mutation { saveCollection(expectedVersion: 0, collection: {id: \"cl-x\", handle: \"cl-x\","
            + " title: \"X\", products: [\"gid://attune/Product/cl-a\"]}) { id } }";
    GraphQl analyst = GraphQl.nobody().signedIn("cl-analyst", "analyst");
    assertThat(analyst.refusal(save)).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.visitor("cl-visitor").refusal(save)).isEqualTo("FORBIDDEN");
    assertThat(
            analyst.refusal("mutation { archiveCollection(id: \"x\", expectedVersion: 1) { id } }"))
        .isEqualTo("FORBIDDEN");
    assertThat(analyst.ask("{ collections { totalCount } }").getList("errors")).isNull();
    assertThat(GraphQl.nobody().refusal("{ collections { totalCount } }")).isEqualTo("FORBIDDEN");
  }
}
