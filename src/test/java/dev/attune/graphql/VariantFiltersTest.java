package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Filters that no single variant of a product passes together, and what facets say of them. */
@QuarkusTest
class VariantFiltersTest {
  private static final String BLUE = "{field: \"color\", in: [\"blue\"]}";

  private static void openShirts() {
    StringBuilder rows =
        new StringBuilder(
            "id\ttitle\tlink\timage_link\tavailability\tprice\tproduct_type\titem_group_id\tcolor"
                + "\tsize\tquantity\n");
    variant(rows, "vf-1", "in_stock\t20.00 USD", "vf", "red\tM\t5");
    variant(rows, "vf-2", "out_of_stock\t25.00 USD", "vf", "blue\tL\t0");
    variant(rows, "vf-3", "in_stock\t40.00 USD", "vf", "red\tM\t5");
    variant(rows, "vg-1", "in_stock\t20.00 USD", "vg", "blue\tM\t5");
    variant(rows, "vg-2", "in_stock\t20.00 USD", "vg", "red\tL\t5");
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("text/tab-separated-values")
        .body(rows.toString())
        .post("/v1/catalog/import?format=google")
        .then()
        .statusCode(200);
  }

  private static void variant(
      StringBuilder rows, String id, String offer, String group, String rest) {
    rows.append(id)
        .append("\tShirt ")
        .append(group)
        .append("\thttps://shop.example/")
        .append(group)
        .append("\thttps://shop.example/s.jpg\t")
        .append(offer)
        .append("\tVariant Shirts\t")
        .append(group)
        .append('\t')
        .append(rest)
        .append('\n');
  }

  private static JsonPath shirts(String... filters) {
    return asked(
        "{ category(handle: \"variant-shirts\") { products(filters: [%s]) {"
                .formatted(String.join(" ", filters))
            + " totalCount nodes { handle } facets { field values { value count } } } } }",
        "data.category.products");
  }

  private static JsonPath asked(String query, String root) {
    JsonPath answer = GraphQl.visitor("vf-visitor").ask(query);
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
    return answer.setRootPath(root);
  }

  private static List<String> handles(JsonPath list) {
    return list.getList("nodes.handle");
  }

  private static List<Map<String, Object>> counts(JsonPath list, String field) {
    return list.getList("facets.find { it.field == '" + field + "' }.values");
  }

  @Test
  void findOnlyWhatOneAndTheSameVariantIs() {
    openShirts();
    assertThat(handles(shirts(BLUE))).hasSize(2);
    assertThat(handles(shirts(BLUE, "{field: \"size\", in: [\"M\"]}"))).containsExactly("shirt-vg");
    assertThat(handles(shirts(BLUE, "{field: \"available\", in: [\"true\"]}")))
        .containsExactly("shirt-vg");
    assertThat(handles(shirts(BLUE, "{field: \"price\", max: \"20\"}")))
        .containsExactly("shirt-vg");
    assertThat(handles(shirts(BLUE, "{field: \"price\", in: [\"25-50\"]}")))
        .as("its blue one costs 25, its cheapest 20")
        .containsExactly("shirt-vf");

    JsonPath blue = shirts(BLUE);
    assertThat(counts(blue, "size"))
        .containsExactlyInAnyOrder(
            Map.of("value", "M", "count", 1), Map.of("value", "L", "count", 1));
    assertThat(counts(blue, "price"))
        .containsExactly(
            Map.of("value", "10-25", "count", 1), Map.of("value", "25-50", "count", 1));
    assertThat(counts(shirts(BLUE, "{field: \"available\", in: [\"true\"]}"), "available"))
        .contains(Map.of("value", "true", "count", 1));
    assertThat(counts(shirts("{field: \"size\", in: [\"L\"]}"), "color"))
        .containsExactlyInAnyOrder(
            Map.of("value", "blue", "count", 1), Map.of("value", "red", "count", 1));
    assertThat(counts(shirts(BLUE, "{field: \"size\", in: [\"M\"]}"), "color"))
        .containsExactlyInAnyOrder(
            Map.of("value", "blue", "count", 1), Map.of("value", "red", "count", 1));
  }

  @Test
  void offerNoPriceBeyondTheOneThatWasTyped() {
    new TestShop()
        .priced("vfzork-1", "Variant Zorks", "30.00 USD", "", "", 5)
        .priced("vfzork-2", "Variant Zorks", "80.00 USD", "", "", 5)
        .priced("vfzork-3", "Variant Zorks", "300.00 USD", "", "", 5)
        .open();
    JsonPath typed = zorks("");
    assertThat(typed.getInt("totalCount")).isEqualTo(2);
    assertThat(counts(typed, "price"))
        .containsExactly(
            Map.of("value", "25-50", "count", 1), Map.of("value", "50-100", "count", 1));
    JsonPath chosen = zorks(", filters: [{field: \"price\", in: [\"25-50\"]}]");
    assertThat(chosen.getInt("totalCount")).isEqualTo(1);
    assertThat(counts(chosen, "price")).isEqualTo(counts(typed, "price"));
  }

  private static JsonPath zorks(String filters) {
    return asked(
        "{ search(query: \"vfzork under 100\"%s) { totalCount facets { field values { value count"
                .formatted(filters)
            + " } } } }",
        "data.search");
  }
}
