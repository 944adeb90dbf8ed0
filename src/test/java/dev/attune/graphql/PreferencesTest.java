package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taste that shoppers state themselves. */
@QuarkusTest
class PreferencesTest {
  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("prf-1", "Prefer Hats", "Prefera")
        .product("prf-2", "Prefer Gloves", "Gloverly")
        .open();
  }

  private static String save(String preferences) {
    return "mutation { savePreferences(preferences: {"
        + preferences
        + "}) { affinities(first: 9)"
        + " { dimension value } } }";
  }

  @Test
  void areTasteAtOnceAndPutTheirCategoryFirst() {
    GraphQl shopper = GraphQl.visitor("prf-visitor");
    JsonPath saved =
        shopper.ask(
            save(
                "categories: [\"gid://attune/Category/prefer-gloves\"], brands: [\"Prefera\"],"
                    + " sizes: [\"XL\"]"));
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
    JsonPath page =
        shopper.ask(
            "{ home { categoryOrder(first: 1) { categories { handle } decision { basis } } } }");
    assertThat(page.getList("data.home.categoryOrder.categories.handle"))
        .as(page.prettify())
        .containsExactly("prefer-gloves");
  }

  @Test
  void areRefusedWhereTheySayNothingOrTooMuch() {
    GraphQl shopper = GraphQl.visitor("prf-wrong");
    assertThat(shopper.refusal(save("sizes: []"))).isEqualTo("MISSING_FIELD");
    assertThat(shopper.refusal(save("sizes: [\" \"]"))).isEqualTo("INVALID_VALUE");
    assertThat(shopper.refusal(save("sizes: [\"\\u0000\"]"))).isEqualTo("INVALID_VALUE");
    assertThat(shopper.refusal(save("sizes: [\"" + "x".repeat(256) + "\"]"))).isEqualTo("TOO_LONG");
    assertThat(shopper.refusal(save("brands: [\"gid://attune/Product/prf-1\"]")))
        .isEqualTo("UNKNOWN_ID");
    String many =
        IntStream.range(0, 101).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(","));
    assertThat(shopper.refusal(save("sizes: [" + many + "]"))).isEqualTo("TOO_LONG");
    assertThat(
            shopper.refusal(
                "mutation { notInterested(subject: \"gid://attune/Brand/a\\u0000b\") { known } }"))
        .isEqualTo("INVALID_VALUE");
  }
}
