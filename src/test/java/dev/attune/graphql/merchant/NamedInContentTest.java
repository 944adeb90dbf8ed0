package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.ProductCollection;
import dev.attune.merchandising.Write;
import dev.attune.platform.database.Store;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever merchants write names what there is in the shop, in words that can be kept. */
@QuarkusTest
class NamedInContentTest {
  private static final String GONE = "gid://attune/Product/nm-gone";

  @Inject MerchandiseStore store;

  @Inject
  @DataSource(Store.CATALOG_NAME)
  javax.sql.DataSource shop;

  @BeforeEach
  void openTheShop() {
    new TestShop().product("nm-a", "Nmone", "Nma").product("nm-b", "Nmone", "Nmb").open();
  }

  private static JsonPath save(String kind, String fields, int expected) {
    return merchant()
        .ask(
            "mutation { save%s(expectedVersion: %d, %s: {%s}) { __typename } }"
                .formatted(kind, expected, kind.toLowerCase(Locale.ROOT), fields));
  }

  private static void refused(JsonPath answer, String code, String field) {
    assertThat(answer.getString("errors[0].extensions.code")).as(answer.prettify()).isEqualTo(code);
    assertThat(answer.getString("errors[0].extensions.field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Badge | label: \"N\", condition: \"product.brand == 'nm-none'\"",
        "Rule | title: \"N\", pin: {position: 1}, subjects: [\"gid://attune/Product/nm-a\"],"
            + " scope: {campaigns: [\"nm-none\"]}"
      })
  void buildsUponNothingWhereAnotherReplicaHasWrittenAlready(String kind, String fields)
      throws SQLException {
    String known = "nm-known-" + UUID.randomUUID();
    String unheard = "nm-unheard-" + UUID.randomUUID();
    publish(kind, known, fields, 0);
    try (Connection other = shop.getConnection();
        Statement statement = other.createStatement()) {
      statement.execute(
          "insert into %1$s (id, version, live) select '%2$s', 1, jsonb_set(live, '{id}', '\"%2$s\"')"
                  .formatted(kind.toLowerCase(Locale.ROOT), unheard)
              + " from %s where id = '%s'".formatted(kind.toLowerCase(Locale.ROOT), known));
      statement.execute("update merchandise_version set version = version + 1");
    }
    String draft = "id: \"" + unheard + "\", " + fields;
    refused(save(kind, draft, 1), "UNAVAILABLE", "id");
    refused(save(kind, draft, 0), "STALE_VERSION", "expectedVersion");
    publish(kind, known, fields, 1);
    String read = "{ save%1$s(expectedVersion: 1, %2$s: {%3$s}) { %4$s } }";
    boolean rule = kind.equals("Rule");
    String body = rule ? "rule { version live { title } }" : "version live { label }";
    JsonPath drafted =
        merchant()
            .ask("mutation " + read.formatted(kind, kind.toLowerCase(Locale.ROOT), draft, body));
    drafted.setRootPath("data.save" + kind + (rule ? ".rule" : ""));
    assertThat(drafted.getInt("version")).as(drafted.prettify()).isEqualTo(2);
    assertThat(drafted.<Object>get("live")).as(drafted.prettify()).isNotNull();
    for (String id : List.of(known, unheard)) {
      merchant()
          .ask("mutation { archive%s(id: \"%s\", expectedVersion: 2) { id } }".formatted(kind, id));
    }
  }

  private static void publish(String kind, String id, String fields, int expected) {
    JsonPath answer =
        merchant()
            .ask(
                "mutation { save%s(expectedVersion: %d, publish: true, %s: {id: \"%s\", %s}) {"
                        .formatted(kind, expected, kind.toLowerCase(Locale.ROOT), id, fields)
                    + " __typename } }");
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hero | headline: \"N\", link: \"/c/x\", category: \"nm-gone\" | hero.category",
        "Hero | headline: \"N\", link: \"/c/x\", scope: {segments: [\"nm-gone\"]}"
            + " | hero.scope.segments",
        "Offer | title: \"N\", category: \"nm-gone\" | offer.category",
        "Offer | title: \"N\", scope: {segments: [\"nm-gone\"]} | offer.scope.segments",
        "Badge | label: \"N\", collection: \"nm-gone\" | badge.collection",
        "Badge | label: \"N\", condition: \"true\", scope: {segments: [\"nm-gone\"]}"
            + " | badge.scope.segments",
        "Collection | handle: \"nm\", title: \"N\", products: [\""
            + GONE
            + "\"]"
            + " | collection.products",
        "Routine | title: \"N\", steps: [{products: [\"gid://attune/Product/nm-a\"]}, {products:"
            + " [\""
            + GONE
            + "\"]}] | routine.steps.products",
        "Redirect | queries: [\"n\"], link: \"/c/nm-gone?page=1\" | redirect.link",
        "Redirect | queries: [\"n\"], link: \"/p/nm-gone\" | redirect.link",
        "Redirect | queries: [\"n\"], link: \"/collections/nm-gone\" | redirect.link",
        "Redirect | queries: [\"n\"], link: \"/nm-gone\", scope: {segments: [\"nm-gone\"]}"
            + " | redirect.scope.segments",
        "Rule | title: \"N\", hide: true, scope: {categories: [\"nm-gone\"]}"
            + " | rule.scope.categories",
        "Rule | title: \"N\", pin: {position: 1}, subjects: [\"" + GONE + "\"] | rule.subjects",
        "Rule | title: \"N\", fill: {position: 1, collection: \"nm-gone\"} | rule.fill.collection",
      })
  void refusesWhatThereIsNotInTheShop(String kind, String fields, String field) {
    refused(save(kind, "id: \"nm-1\", " + fields, 0), "UNKNOWN_ID", field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hero | headline: \"N\", link: \"/c/x\" | hero",
        "Offer | title: \"N\" | offer",
        "Collection | handle: \"nm\", title: \"N\", products: [\"gid://attune/Product/nm-a\"]"
            + " | collection",
        "Routine | title: \"N\", steps: [{products: [\"gid://attune/Product/nm-a\"]}, {products:"
            + " [\"gid://attune/Product/nm-b\"]}] | routine",
        "Redirect | queries: [\"n\"], link: \"/c/x\" | redirect",
        "Synonyms | phrases: [\"n\", \"m\"] | synonyms",
        "Segment | title: \"N\", condition: \"shopper.orders > 1\" | segment",
        "Rule | title: \"N\", hide: true, condition: \"product.price < 0.0\" | rule",
      })
  void takesNoIdThatIsTooLongOrNotOneLine(String kind, String fields, String name) {
    refused(save(kind, "id: \" \", " + fields, 0), "INVALID_VALUE", name + ".id");
    refused(save(kind, "id: \"a\\u0000b\", " + fields, 0), "INVALID_VALUE", name + ".id");
    String longest = "n".repeat(201);
    refused(save(kind, "id: \"" + longest + "\", " + fields, 0), "INVALID_VALUE", name + ".id");
  }

  @Test
  void takesNoWordsThatCannotBeKept() {
    String hero = "id: \"nm-2\", headline: \"N\", link: \"/c/x\", ";
    refused(save("Hero", hero + "subline: \"a\\u0000\"", 0), "INVALID_VALUE", "hero.subline");
    refused(save("Hero", hero + "image: \"a\\u0000\"", 0), "INVALID_VALUE", "hero.image");
    refused(
        save("Synonyms", "id: \"nm-2\", phrases: [\"a\\u0000\", \"b\"]", 0),
        "INVALID_VALUE",
        "synonyms.phrases");
    refused(
        save("Offer", "id: \"nm-2\", title: \"" + "n".repeat(201) + "\"", 0),
        "INVALID_VALUE",
        "offer.title");
    refused(
        save("Redirect", "id: \"nm-2\", queries: [\"n\"], link: \"/c\", priority: 101", 0),
        "INVALID_VALUE",
        "redirect.priority");
    String rule = "id: \"nm-2\", title: \"N\", hide: true, condition: \"false\", ";
    refused(
        save("Rule", rule + "scope: {queries: [\"a\\u0000\"]}", 0),
        "INVALID_VALUE",
        "rule.scope.queries");
    refused(
        save("Rule", rule + "scope: {campaigns: [\" \"]}", 0),
        "INVALID_VALUE",
        "rule.scope.campaigns");
    refused(
        save("Segment", "id: \"nm-2\", title: \"N\", condition: \"'\\u0000' == ''\"", 0),
        "INVALID_EXPRESSION",
        "segment.condition");
  }

  @Test
  void takesNoTimeThatNoCalendarHas() {
    String latest = "\"+999999999-12-31T23:59:59Z\"";
    refused(
        save("Offer", "id: \"nm-2\", title: \"N\", endsAt: " + latest, 0),
        "INVALID_TIMESTAMP",
        "offer.endsAt");
    refused(
        save("Offer", "id: \"nm-2\", title: \"N\", scope: {endsAt: " + latest + "}", 0),
        "INVALID_TIMESTAMP",
        "offer.scope.endsAt");
    refused(
        save(
            "Rule",
            "id: \"nm-2\", title: \"N\", hide: true, condition: \"false\", scope: {startsAt:"
                + " \"-000001-01-01T00:00\"}",
            0),
        "INVALID_TIMESTAMP",
        "rule.scope.startsAt");
  }

  @Test
  void doesNotPublishOrBringBackWhatNamesWhatIsGone() {
    assertThat(
            save("Segment", "id: \"nm-seg\", title: \"N\", condition: \"shopper.orders > 1\"", 0)
                .getList("errors"))
        .isNull();
    String hero = "id: \"nm-hero\", headline: \"N\", link: \"/c/x\"";
    String scoped = hero + ", scope: {segments: [\"nm-seg\"]}";
    assertThat(save("Hero", scoped, 0).getList("errors")).isNull();
    assertThat(save("Hero", hero, 1).getList("errors")).isNull();
    JsonPath drafted =
        merchant()
            .ask(
                "mutation { saveHero(expectedVersion: 2, publish: false, hero: {"
                    + scoped
                    + "}) { version } }");
    assertThat(drafted.getInt("data.saveHero.version")).as(drafted.prettify()).isEqualTo(3);
    JsonPath gone =
        merchant().ask("mutation { archiveSegment(id: \"nm-seg\", expectedVersion: 1) { id } }");
    assertThat(gone.getList("errors")).as(gone.prettify()).isNull();
    refused(
        merchant().ask("mutation { publishHero(id: \"nm-hero\", expectedVersion: 3) { id } }"),
        "UNKNOWN_ID",
        "hero.scope.segments");
    refused(
        merchant()
            .ask(
                "mutation { rollBack(kind: HERO, id: \"nm-hero\", toVersion: 1, expectedVersion: 3)"
                    + " { version } }"),
        "UNKNOWN_ID",
        "hero.scope.segments");
    merchant().ask("mutation { archiveHero(id: \"nm-hero\", expectedVersion: 3) { id } }");
  }

  @Test
  void looksAtWhatIsThereInTheTurnOfTheWriteAlsoWhereThisReplicaHasNotHeardOfIt()
      throws SQLException {
    String hero = "id: \"nm-turn\", headline: \"N\", link: \"/c/x\"";
    String scoped = hero + ", scope: {segments: [\"nm-turn\"]}";
    String segment = "id: \"nm-turn\", title: \"N\", condition: \"shopper.orders > 1\"";
    String archive = "mutation { archiveSegment(id: \"nm-turn\", expectedVersion: 1) { id } }";
    assertThat(save("Segment", segment, 0).getList("errors")).isNull();
    assertThat(save("Hero", scoped, 0).getList("errors")).isNull();
    assertThat(save("Hero", hero, 1).getList("errors")).isNull();
    elsewhere(
        "update hero set aim = (select after -> 'aim' from merchandise_audit where subject ="
            + " 'nm-turn' and what = 'hero.saved' order by id limit 1) where id = 'nm-turn'");
    refused(merchant().ask(archive), "INVALID_VALUE", "id");
    elsewhere("update hero set aim = null where id = 'nm-turn'");
    elsewhere(
        "insert into experiment (id, version, body) values ('nm-turn', 1, '{\"life\": {\"state\":"
            + " \"RUNNING\"}, \"scope\": {\"segments\": [\"nm-turn\"]}}')");
    JsonPath tested = merchant().ask(archive);
    elsewhere("delete from experiment where id = 'nm-turn'");
    refused(tested, "INVALID_VALUE", "id");
    assertThat(tested.getString("errors[0].message")).contains("Experiment nm-turn");
    elsewhere("update segment set archived_at = now() where id = 'nm-turn'");
    refused(save("Hero", scoped, 2), "UNKNOWN_ID", "hero.scope.segments");
    refused(
        save(
            "Rule",
            "id: \"nm-turn\", title: \"N\", bury: {factor: \"2\"}, condition: \"true\", scope:"
                + " {segments: [\"nm-turn\"]}",
            0),
        "UNKNOWN_ID",
        "rule.scope.segments");
    merchant().ask("mutation { archiveHero(id: \"nm-turn\", expectedVersion: 2) { id } }");
  }

  /** Writes as another replica does it, before this one has heard of it. */
  private void elsewhere(String sql) throws SQLException {
    try (Connection connection = shop.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "begin; update merchandise_version set version = version + 1; " + sql + "; commit");
    }
  }

  @Test
  void aCollectionIsNotBroughtBackWithProductsThatTheShopNoLongerHas() {
    ProductCollection former =
        new ProductCollection("nm-col", "nm-col", "N", List.of("nm-gone"), 0);
    store
        .save(Kind.COLLECTION, former, new Write(0, "nm-mia", Instant.EPOCH))
        .await()
        .atMost(Duration.ofSeconds(20));
    String now = "id: \"nm-col\", handle: \"nm-col\", title: \"N\", products: [\"%s\"]";
    assertThat(save("Collection", now.formatted("gid://attune/Product/nm-a"), 1).getList("errors"))
        .isNull();
    refused(
        merchant()
            .ask(
                "mutation { rollBack(kind: COLLECTION, id: \"nm-col\", toVersion: 1,"
                    + " expectedVersion: 2) { version } }"),
        "UNKNOWN_ID",
        "collection.products");
    merchant().ask("mutation { archiveCollection(id: \"nm-col\", expectedVersion: 2) { id } }");
  }

  private static GraphQl merchant() {
    return GraphQl.nobody().signedIn("nm-mia", "merchandiser");
  }
}
