package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Write;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Badges of a merchant's own over HTTP, beside those that the shop gives by itself. */
@QuarkusTest
class OwnBadgesTest {
  private static final String LIST =
      "{ category(handle: \"obcups\"%s) { products { nodes { id badges(first: 9) { code label tone"
          + " reason { code } decision { id } } } } } }";

  private final String mine = UUID.randomUUID().toString();
  private final Map<String, Integer> written = new TreeMap<>();
  private GraphQl merchant = GraphQl.nobody();
  @Inject MerchandiseStore store;

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("ob-kiln", "Obcups", "Kiln")
        .product("ob-fern", "Obcups", "Fern")
        .priced("ob-few", "Obcups", "20.00 USD", "15.00 USD", "8.00 USD", 2)
        .open();
    merchant = GraphQl.nobody().signedIn("ob-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    written.forEach(
        (id, version) ->
            merchant.ask(
                "mutation { archiveBadge(id: \"%s\", expectedVersion: %d) { id } }"
                    .formatted(id, version)));
  }

  private String id(String name) {
    return "ob-" + name + "-" + mine;
  }

  private JsonPath save(String name, boolean publish, String body) {
    int version = written.getOrDefault(id(name), 0);
    JsonPath answer =
        merchant.ask(
            ("mutation { saveBadge(expectedVersion: %d, publish: %s, badge: {id: \"%s\", label:"
                    + " \"Ours\", %s}) { version live { label } draft { label } } }")
                .formatted(version, publish, id(name), body));
    if (answer.get("data.saveBadge") != null) {
      written.put(id(name), version + 1);
    }
    return answer;
  }

  private void saved(String name, String body) {
    JsonPath answer = save(name, true, body);
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private JsonPath list(String context) {
    return GraphQl.visitor("ob-visitor").ask(LIST.formatted(context));
  }

  private static String of(String product) {
    return "data.category.products.nodes.find { it.id.endsWith('/" + product + "') }.badges";
  }

  private static List<String> codes(JsonPath page, String product) {
    return page.getList(of(product) + ".code", String.class);
  }

  private List<String> why(JsonPath page, String badge) {
    JsonPath trace =
        merchant.ask(
            "{ decision(id: \""
                + page.getString("data.category.products.nodes.badges.flatten()[0].decision.id")
                + "\") { replay { same } candidates(first: 100) { nodes { node { id } verdicts {"
                + " kept reason } } } } }");
    assertThat(trace.getBoolean("data.decision.replay.same")).isTrue();
    return trace.getList(
        "data.decision.candidates.nodes.findAll { it.node.id.contains('/"
            + badge
            + "/') }.collectMany { it.verdicts.findAll { !it.kept }.reason }");
  }

  @Test
  void marksWhatMeetsItsConditionBesideTheShopsOwnBadgesInThePagesLanguage() {
    saved(
        "fern",
        "tone: MEMBER, condition: \"product.brand == 'Fern'\", texts: [{locale: \"de\", title:"
            + " \"Unser\"}]");
    saved("all", "priority: 90, condition: \"product.price > 1.0\"");
    JsonPath page = list(", context: {locale: \"de\"}");
    assertThat(codes(page, "ob-fern")).contains(id("fern"), id("all"));
    assertThat(codes(page, "ob-kiln")).contains(id("all")).doesNotContain(id("fern"));
    String fern = of("ob-fern") + ".find { it.code == '" + id("fern") + "' }.";
    assertThat(page.getString(fern + "label")).isEqualTo("Unser");
    assertThat(page.getString(fern + "tone")).isEqualTo("MEMBER");
    assertThat(page.getString(fern + "reason.code")).isEqualTo("CHOSEN_BY_THE_SHOP");
    assertThat(codes(page, "ob-few")).containsSubsequence(id("all"), "LOW_STOCK", "PRICE_DROP");
    saved("all", "priority: 5, condition: \"product.price > 1.0\"");
    assertThat(codes(list(""), "ob-few")).containsSubsequence("LOW_STOCK", "PRICE_DROP", id("all"));
  }

  @Test
  void marksACollectionAndSaysWhyNotWhereItDoesNotHold() {
    String collection = id("picks");
    store
        .save(
            Kind.COLLECTION,
            new ProductCollection(collection, collection, "Picks", List.of("ob-kiln"), 0),
            new Write(0, "a test", Instant.EPOCH))
        .await()
        .indefinitely();
    saved("pick", "collection: \"" + collection + "\"");
    assertThat(codes(list(""), "ob-kiln")).contains(id("pick"));
    assertThat(codes(list(""), "ob-fern")).doesNotContain(id("pick"));
    saved("away", "condition: \"product.price > 1.0\", scope: {markets: [\"CA\"]}");
    assertThat(codes(list(", context: {country: \"CA\"}"), "ob-kiln")).contains(id("away"));
    JsonPath elsewhere = list(", context: {country: \"US\"}");
    assertThat(codes(elsewhere, "ob-kiln")).doesNotContain(id("away"));
    assertThat(why(elsewhere, id("away"))).containsExactly("for other markets");
    saved("buyers", "condition: \"product.price > 1.0\", audience: BUYER");
    assertThat(why(list(""), id("buyers"))).containsExactly("for shoppers of other segments");
    saved("later", "condition: \"product.price > 1.0\", scope: {startsAt: \"2999-01-01T00:00\"}");
    assertThat(why(list(""), id("later"))).containsExactly("outside of its schedule");
  }

  @Test
  void keepsADraftFromShoppersUntilItIsPublishedAndShowsItInAPreview() {
    JsonPath draft = save("draft", false, "condition: \"product.brand == 'Kiln'\"");
    assertThat(draft.getString("data.saveBadge.draft.label")).isEqualTo("Ours");
    assertThat(draft.getString("data.saveBadge.live")).isNull();
    assertThat(codes(list(""), "ob-kiln")).doesNotContain(id("draft"));
    JsonPath preview =
        merchant.ask(
            ("{ preview(page: {category: \"obcups\"}, drafts: {badges: [{id: \"%s\", label: \"x\","
                    + " condition: \"product.brand == 'Kiln'\"}]}) { category { products { nodes {"
                    + " id badges(first: 9) { code } } } } } }")
                .formatted(id("draft")));
    assertThat(
            preview.getList(
                "data.preview.category.products.nodes.badges.code.flatten()", String.class))
        .contains(id("draft"));
    String publish =
        "mutation { publishBadge(id: \"" + id("draft") + "\", expectedVersion: %d) { version } }";
    assertThat(merchant.refusal(publish.formatted(4))).isEqualTo("STALE_VERSION");
    assertThat(merchant.ask(publish.formatted(1)).getInt("data.publishBadge.version")).isEqualTo(2);
    written.put(id("draft"), 2);
    assertThat(codes(list(""), "ob-kiln")).contains(id("draft"));
    JsonPath gone =
        merchant.ask(
            "mutation { archiveBadge(id: \""
                + id("draft")
                + "\", expectedVersion: 2) { version live { label } draft { label } } }");
    assertThat(gone.getInt("data.archiveBadge.version")).isEqualTo(3);
    assertThat(gone.<Object>get("data.archiveBadge.live")).isNull();
    assertThat(gone.<Object>get("data.archiveBadge.draft")).isNull();
    assertThat(codes(list(""), "ob-kiln")).doesNotContain(id("draft"));
  }

  @Test
  void refusesWhatMakesNoSenseWithItsField() {
    refuses("collection: null", "badge.condition");
    refuses("collection: \"ob-nowhere\"", "badge.collection");
    refuses("condition: \"product.brand == 3\"", "badge.condition");
    refuses("condition: \"true\", priority: -1", "badge.priority");
    refuses("condition: \"true\", scope: {segments: [\"ob-nobody\"]}", "badge.scope.segments");
    assertThat(
            merchant
                .ask(
                    "mutation { saveBadge(expectedVersion: 0, badge: {id: \"LOW_STOCK\", label:"
                        + " \"x\", condition: \"true\"}) { id } }")
                .getString("errors[0].extensions.field"))
        .isEqualTo("badge.id");
  }

  private void refuses(String body, String field) {
    JsonPath refused = save("refused", true, body);
    assertThat(refused.getString("errors[0].extensions.field"))
        .as(body + refused.prettify())
        .isEqualTo(field);
  }
}
