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

/** What conditions of rules let through, over HTTP; each page twice, as answers are remembered. */
@QuarkusTest
class RuleConditionsTest {
  private final String run = UUID.randomUUID().toString();
  private final List<String> written = new ArrayList<>();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("rc-a", "Rcshop", "Aar")
        .product("rc-b", "Rcshop", "Bex")
        .product("rc-c", "Rcshop", "Bex")
        .open();
    merchant = GraphQl.nobody().signedIn("rc-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    written.forEach(
        id ->
            merchant.ask(
                "mutation { archiveRule(id: \"" + id + "\", expectedVersion: 1) { id } }"));
  }

  private void hide(String name, String condition, String scope) {
    String id = "rc-" + name + "-" + run;
    written.add(id);
    JsonPath answer =
        merchant.ask(
            ("mutation { saveRule(expectedVersion: 0, publish: true, rule: {id: \"%s\", title:"
                    + " \"H\", hide: true, condition: \"%s\", scope: {campaigns: [\"%s\"]%s}}) { rule"
                    + " { version } } }")
                .formatted(id, condition, run, scope));
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private List<String> shown(String device) {
    return GraphQl.visitor("rc-shopper")
        .ask(
            ("{ category(handle: \"rcshop\", context: {device: %s, campaign: {name: \"%s\"}}) {"
                    + " products { nodes { handle } } } }")
                .formatted(device, run))
        .getList("data.category.products.nodes.handle");
  }

  private static String handle(String product) {
    return "the-" + product + "-thing";
  }

  @Test
  void actsOnTheProductsThatMeetItAlone() {
    hide("one", "product.id == 'rc-a' || product.price > 900.0", "");
    hide("category", "product.id == 'rc-b'", ", categories: [\"rcshop\"]");
    for (int i = 0; i < 2; i++) {
      assertThat(shown("DESKTOP")).containsExactly(handle("rc-c"));
    }
  }

  @Test
  void asksOfProductAndShopperTogetherForEachShopper() {
    hide("both", "product.brand == 'Bex' && shopper.device == 'MOBILE'", "");
    for (int i = 0; i < 2; i++) {
      assertThat(shown("MOBILE")).containsExactly(handle("rc-a"));
      assertThat(shown("DESKTOP")).hasSize(3);
    }
  }
}
