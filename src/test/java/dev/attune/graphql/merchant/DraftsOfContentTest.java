package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Drafts of collections, synonyms, redirects, routines and segments over HTTP: what shoppers get
 * stays until they are published, and comes back when they are rolled back.
 */
@QuarkusTest
class DraftsOfContentTest {
  private final String id = "dc-" + UUID.randomUUID();
  private final String query = id.replace("-", "").replaceAll("[0-9]", "x");
  private GraphQl merchant = GraphQl.nobody();
  private String archived = "";
  private int last = 5;

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("dc-wash", "Dccare", "Aar")
        .product("dc-tone", "Dctone", "Aar")
        .product("dc-cream", "Dccream", "Aar")
        .open();
    merchant = GraphQl.nobody().signedIn("dc-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    merchant.ask(
        "mutation { archiveRedirect(id: \"%s-to\", expectedVersion: 1) { id } }".formatted(id));
    if (archived.isEmpty()) {
      return;
    }
    JsonPath gone = merchant.ask(mutation("archive", archived, last));
    assertThat(gone.getInt("data.archive%s.version".formatted(archived)))
        .as(gone.prettify())
        .isEqualTo(last + 1);
    assertThat(gone.getBoolean("data.archive%s.live".formatted(archived))).isFalse();
  }

  private String mutation(String what, String kind, int expected) {
    return "mutation { %s%s(id: \"%s\", expectedVersion: %d) { version live draft { id } } }"
        .formatted(what, kind, id, expected);
  }

  private JsonPath save(String kind, int expected, String publish, String fields) {
    return merchant.ask(
        ("mutation { save%s(expectedVersion: %d%s, %s: {id: \"%s\", %s}) { version live draft {"
                + " version live } } }")
            .formatted(kind, expected, publish, kind.toLowerCase(Locale.ROOT), id, fields));
  }

  /** What it does to shoppers before it is there, as it is first, and as it is then. */
  private record Seen(Supplier<String> now, String none, String first, String second) {}

  private void goesLiveAsItIsPublished(
      String kind, String list, String first, String second, Seen seen) {
    archived = kind;
    String data = "data.save" + kind + ".";
    JsonPath drafted = save(kind, 0, ", publish: false", first);
    assertThat(drafted.getBoolean(data + "live")).as(drafted.prettify()).isFalse();
    assertThat(drafted.getInt(data + "draft.version")).isEqualTo(1);
    assertThat(seen.now.get()).isEqualTo(seen.none);
    JsonPath published = merchant.ask(mutation("publish", kind, 1));
    assertThat(published.getBoolean("data.publish" + kind + ".live"))
        .as(published.prettify())
        .isTrue();
    assertThat(seen.now.get()).isEqualTo(seen.first);
    JsonPath next = save(kind, 2, ", publish: false", second);
    assertThat(next.getBoolean(data + "live")).as(next.prettify()).isTrue();
    assertThat(seen.now.get()).isEqualTo(seen.first);
    String one = "data.%s.find { it.id == '%s' }.".formatted(list, id);
    String fields = "{ id version live draft { version live } }";
    JsonPath listed =
        merchant.ask(
            list.endsWith("nodes")
                ? "{ %s(first: 100) { nodes %s } }".formatted(list.replace(".nodes", ""), fields)
                : "{ " + list + " " + fields + " }");
    assertThat(listed.getBoolean(one + "live")).as(listed.prettify()).isTrue();
    assertThat(listed.getInt(one + "draft.version")).isEqualTo(3);
    JsonPath stale = merchant.ask(mutation("publish", kind, 2));
    assertThat(stale.getString("errors[0].extensions.code")).isEqualTo("STALE_VERSION");
    assertThat(stale.getString("errors[0].message")).contains("at version 3, not 2");
    merchant.ask(mutation("publish", kind, 3));
    assertThat(seen.now.get()).isEqualTo(seen.second);
    JsonPath back =
        merchant.ask(
            ("mutation { rollBack(kind: %s, id: \"%s\", toVersion: 2, expectedVersion: 4) {"
                    + " version } }")
                .formatted(kind.toUpperCase(Locale.ROOT), id));
    assertThat(back.getInt("data.rollBack.version")).as(back.prettify()).isEqualTo(5);
    assertThat(seen.now.get()).isEqualTo(seen.first);
    saysWhatBecameOfIt(kind.toLowerCase(Locale.ROOT));
  }

  private void saysWhatBecameOfIt(String kind) {
    JsonPath audit =
        GraphQl.nobody()
            .signedIn("dc-admin", "admin")
            .ask(
                "{ auditLog(what: \"%s.\", who: \"dc-merchant\", first: 50) { nodes { what subject before after } } }"
                    .formatted(kind));
    audit.setRootPath("data.auditLog.nodes.findAll { it.subject == '" + id + "' }");
    assertThat(audit.getList("what", String.class))
        .containsExactly(
            kind + ".saved",
            kind + ".published",
            kind + ".drafted",
            kind + ".published",
            kind + ".drafted");
    List<String> before = audit.getList("before", String.class);
    List<String> after = audit.getList("after", String.class);
    assertThat(before.get(4)).isNull();
    assertThat(before.get(2)).isEqualTo(after.get(3)).contains("\"version\": 2");
    assertThat(before.get(1)).isNotEqualTo(after.get(1)).contains("\"version\": 3");
    assertThat(before.get(0)).isEqualTo(after.get(1)).contains("\"version\": 4");
  }

  private String search(String what) {
    return String.valueOf(
        GraphQl.visitor("dc-visitor")
            .ask(
                "{ search(query: \"%s\") { nodes { id } interpretation { redirect { path } } } }"
                    .formatted(query))
            .<Object>get("data.search." + what));
  }

  private static String gid(String product) {
    return "gid://attune/Product/" + product;
  }

  @Test
  void synonymsAndWhatAPreviewFindsWithThem() {
    String words = "phrases: [\"" + query + "\"], standFor: [\"%s\"]";
    goesLiveAsItIsPublished(
        "Synonyms",
        "synonyms",
        words.formatted("dc-wash"),
        words.formatted("dc-tone"),
        new Seen(
            () -> search("nodes.id"),
            "[]",
            "[" + gid("dc-wash") + "]",
            "[" + gid("dc-tone") + "]"));
    save("Synonyms", 5, ", publish: false", words.formatted("dc-cream"));
    String preview = "{ preview(page: {search: \"%s\"}%s) { search { nodes { id } } } }";
    String found = "data.preview.search.nodes.id";
    assertThat(merchant.ask(preview.formatted(query, "")).getList(found, String.class))
        .containsExactly(gid("dc-wash"));
    String ids = ", drafts: {ids: [\"" + id + "\"]}";
    assertThat(merchant.ask(preview.formatted(query, ids)).getList(found, String.class))
        .containsExactly(gid("dc-cream"));
    last = 6;
  }

  @Test
  void redirects() {
    String leading = "queries: [\"" + query + "\"], link: \"%s\"";
    goesLiveAsItIsPublished(
        "Redirect",
        "redirects",
        leading.formatted("/one"),
        leading.formatted("/two"),
        new Seen(() -> search("interpretation.redirect.path"), "null", "/one", "/two"));
  }

  @Test
  void routines() {
    String steps = "title: \"Evening\", steps: [{products: [\"%s\"]} {products: [\"%s\"]}]";
    String rail =
        "{ recommendations(placement: CART_COMPLETE_THE_ROUTINE, first: 1, cart: [{product:"
            + " \"dc-wash\", quantity: 1}]) { items { product { id } } } }";
    List<String> next = List.of(gid("dc-tone"), gid("dc-cream"));
    goesLiveAsItIsPublished(
        "Routine",
        "routines",
        steps.formatted(gid("dc-wash"), gid("dc-tone")),
        steps.formatted(gid("dc-wash"), gid("dc-cream")),
        new Seen(
            () ->
                GraphQl.visitor("dc-visitor")
                    .ask(rail)
                    .getList("data.recommendations.items.product.id", String.class)
                    .stream()
                    .filter(next::contains)
                    .findFirst()
                    .orElse("neither"),
            "neither",
            gid("dc-tone"),
            gid("dc-cream")));
  }

  @Test
  void collectionsWhoseHandleIsTheirsFromTheDraftOn() {
    String fields = "handle: \"%s\", title: \"%s\", products: [\"" + gid("dc-wash") + "\"]";
    String node =
        "{ node(id: \"gid://attune/Collection/" + id + "\") { ... on Collection { title } } }";
    goesLiveAsItIsPublished(
        "Collection",
        "collections.nodes",
        fields.formatted(id, "One"),
        fields.formatted(id, "Two"),
        new Seen(
            () ->
                String.valueOf(
                    GraphQl.visitor("dc-visitor").ask(node).<Object>get("data.node?.title")),
            "null",
            "One",
            "Two"));
    JsonPath taken =
        merchant.ask(
            ("mutation { saveCollection(expectedVersion: 0, publish: false, collection: {id:"
                    + " \"%s-x\", %s}) { version } }")
                .formatted(id, fields.formatted(id, "Other")));
    assertThat(taken.getString("errors[0].extensions.code")).isEqualTo("DUPLICATE_ID");
  }

  @Test
  void segmentsWhichNothingMayBeForUntilThen() {
    String of = "title: \"Some\", condition: \"%s\"";
    String forThem =
        "mutation { saveRedirect(expectedVersion: 0, redirect: {id: \"%s-to\", queries: [\"%s\"],"
            + " link: \"/for-them\", scope: {segments: [\"%s\"]}}) { version } }";
    goesLiveAsItIsPublished(
        "Segment",
        "segments.nodes",
        of.formatted("shopper.orders >= 0"),
        of.formatted("shopper.orders > 99"),
        new Seen(
            () -> {
              merchant.ask(forThem.formatted(id, query, id));
              return search("interpretation.redirect.path");
            },
            "null",
            "/for-them",
            "null"));
  }

  @Test
  void isForMerchandisersAlone() {
    for (String kind : List.of("Collection", "Synonyms", "Redirect", "Routine", "Segment")) {
      String publish =
          "mutation { publish%s(id: \"%s\", expectedVersion: 1) { id } }".formatted(kind, id);
      assertThat(GraphQl.nobody().refusal(publish)).isEqualTo("FORBIDDEN");
      assertThat(GraphQl.nobody().signedIn("dc-analyst", "analyst").refusal(publish))
          .isEqualTo("FORBIDDEN");
      assertThat(merchant.refusal(publish)).isEqualTo("UNKNOWN_ID");
    }
  }
}
