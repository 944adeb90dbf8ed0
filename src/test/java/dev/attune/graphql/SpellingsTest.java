package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Countries and languages as storefronts, phones and proxies spell them. */
@QuarkusTest
class SpellingsTest {
  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("sp-a", "Spshop", "Spa")
        .product("sp-b", "Spshop", "Spb")
        .product("sp-c", "Spshop", "Spc")
        .open();
  }

  private static String title(String context) {
    return titles(GraphQl.visitor("sp-visitor"), "(context: {" + context + "})");
  }

  private static String titles(GraphQl visitor, String context) {
    JsonPath home = visitor.ask("{ home" + context + " { rails(first: 1) { title } } }");
    assertThat(home.getList("errors")).as(context + home.prettify()).isNull();
    return home.getString("data.home.rails[0].title");
  }

  @Test
  void aLanguageIsOneWithADashOrAnUnderscoreInAnyCase() {
    String german = title("locale: \"de-DE\"");
    assertThat(german).isNotEqualTo(title("locale: \"en-US\""));
    assertThat(title("locale: \"de_DE\"")).isEqualTo(german);
    assertThat(title("locale: \"DE_de\"")).isEqualTo(german);
    assertThat(title("locale: \" de \"")).isEqualTo(german);
    GraphQl phone = GraphQl.visitor("sp-phone").with("Accept-Language", "de_DE");
    assertThat(titles(phone, "")).isEqualTo(german);
    assertThat(
            GraphQl.visitor("sp-visitor")
                .ask("{ home(context: {locale: \"!\"}) { rails(first: 1) { title } } }")
                .getString("errors[0].extensions.field"))
        .isEqualTo("context.locale");
  }

  @Test
  void aCountryIsOneInAnyCase() {
    assertThat(title("country: \"de\"")).isEqualTo(title("country: \"DE\""));
    assertThat(title("country: \" De \"")).isEqualTo(title("country: \"DE\""));
  }
}
