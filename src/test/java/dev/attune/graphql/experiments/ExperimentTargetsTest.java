package dev.attune.graphql.experiments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For whom experiments are, and what segments mean in their controls, over HTTP. */
@QuarkusTest
class ExperimentTargetsTest {
  private static final String TWO =
      "variants: [{key: \"control\", weight: 1, treatment: CONTROL},"
          + " {key: \"personal\", weight: 1, treatment: PERSONALIZED}], ";

  @Inject
  @DataSource("catalog")
  javax.sql.DataSource shop;

  private final Lab lab = new Lab();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("ex-r1", "Exthree", "Exa")
        .product("ex-r2", "Exthree", "Exb")
        .product("ex-r3", "Exthree", "Exc")
        .product("ex-r4", "Exthree", "Exd")
        .open();
  }

  @AfterEach
  void stopEverything() {
    lab.close();
  }

  private static String variant(GraphQl somebody, String country) {
    return somebody
        .ask(
            "{ shopper(context: {country: \"%s\"}) { experiments { variant } } }"
                .formatted(country))
        .getString("data.shopper.experiments[0].variant");
  }

  /** The first of many visitors whom this holds for. */
  private static String visitor(String prefix, Predicate<String> holds) {
    return IntStream.range(0, 64).mapToObj(i -> prefix + i).filter(holds).findFirst().orElseThrow();
  }

  /** Whoever was seen looking at this category. */
  private void segment(String id, String category) {
    JsonPath saved =
        lab.merchant()
            .ask(
                "mutation { saveSegment(expectedVersion: 0, segment: {id: \"%s\", title: \"Seen\","
                        .formatted(id)
                    + " condition: \"'%s' in shopper.categories\"}) { version } }"
                        .formatted(category));
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
  }

  private JsonPath archive(String kind, String id) {
    return archive(kind, id, 1);
  }

  private JsonPath archive(String kind, String id, int version) {
    return lab.merchant()
        .ask(
            "mutation { archive%s(id: \"%s\", expectedVersion: %d) { id } }"
                .formatted(kind, id, version));
  }

  private void rule(String id, String rule, String scope) {
    JsonPath saved =
        lab.merchant()
            .ask(
                "mutation { saveRule(expectedVersion: 0, publish: true, rule: {id: \"%s\", title: \"A"
                        .formatted(id)
                    + " rule\", %s, scope: {markets: [\"EE\"], placements: [CATEGORY] %s}}) { rule {"
                        .formatted(rule, scope)
                    + " version } } }");
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
  }

  private static JsonPath category(String visitor, String country) {
    return GraphQl.visitor(visitor)
        .ask(
            "{ category(handle: \"exthree\", context: {country: \""
                + country
                + "\"}) { products { nodes { id handle } decision { id basis } } } }");
  }

  @Test
  void whatMerchantsSayToAllHoldsInControlAndWhatTheySayToASegmentDoesNotUnlessItHides() {
    String mine = UUID.randomUUID().toString().substring(0, 8);
    lab.start("ex-rules", TWO + "surfaces: [CATEGORY], markets: [\"EE\"]");
    List<String> plain = category("ex-plain", "DK").getList("data.category.products.nodes.id");
    assertThat(plain).hasSize(4);
    segment("ex-seen-" + mine, "exthree");
    String seen = ", segments: [\"ex-seen-" + mine + "\"]";
    String subject = ", subjects: [\"%s\"]";
    rule("ex-own-" + mine, "pin: {position: 1}" + subject.formatted(plain.get(3)), seen);
    rule("ex-all-" + mine, "pin: {position: 2}" + subject.formatted(plain.get(2)), "");
    rule("ex-gone-" + mine, "hide: true" + subject.formatted(plain.get(1)), seen);
    try {
      String held = visitor("ex-rh", id -> "control".equals(variant(GraphQl.visitor(id), "EE")));
      String shown = visitor("ex-rs", id -> "personal".equals(variant(GraphQl.visitor(id), "EE")));
      GraphQl.visitor(held).views("ex-r1");
      GraphQl.visitor(shown).views("ex-r1");

      JsonPath control = category(held, "EE");
      JsonPath personal = category(shown, "EE");

      assertThat(personal.<String>getList("data.category.products.nodes.id"))
          .containsExactly(plain.get(3), plain.get(2), plain.get(0));
      assertThat(control.<String>getList("data.category.products.nodes.id"))
          .containsExactly(plain.get(0), plain.get(2), plain.get(3));
      assertThat(control.getString("data.category.products.decision.basis")).isEqualTo("CONTROL");
      assertThat(
              lab.merchant()
                  .ask(
                      "{ decision(id: \""
                          + control.getString("data.category.products.decision.id")
                          + "\") { replay { same } } }")
                  .getBoolean("data.decision.replay.same"))
          .isTrue();
    } finally {
      archive("Rule", "ex-own-" + mine);
      archive("Rule", "ex-all-" + mine);
      archive("Rule", "ex-gone-" + mine);
      archive("Segment", "ex-seen-" + mine);
    }
  }

  @Test
  void anExperimentForASegmentIsForWhoeverIsInItWhenFirstSeen() {
    String segment = "ex-lover-" + UUID.randomUUID().toString().substring(0, 8);
    segment(segment, "exthree");
    lab.start(
        "ex-lovers", TWO + "surfaces: [RAILS], markets: [\"LT\"], segments: [\"" + segment + "\"]");
    try {
      GraphQl lover = GraphQl.visitor("ex-lover1");
      lover.views("ex-r1");
      assertThat(variant(lover, "LT")).isNotNull();
      assertThat(variant(GraphQl.visitor("ex-lover2"), "LT")).isNull();
      assertThat(flag("ex-lover1")).isEqualTo("SPLIT");
      assertThat(flag("ex-lover2")).isEqualTo("DEFAULT");
      String was = variant(lover, "LT");
      lover.ask("{ home(context: {country: \"LT\"}) { rails(first: 1) { decision { id } } } }");
      JsonPath emptied =
          lab.merchant()
              .ask(
                  "mutation { saveSegment(expectedVersion: 1, segment: {id: \"%s\", title: \"None\","
                          .formatted(segment)
                      + " condition: \"false\"}) { version } }");
      assertThat(emptied.getList("errors")).as(emptied.prettify()).isNull();
      assertThat(variant(lover, "LT")).isEqualTo(was);
    } finally {
      lab.close();
      archive("Segment", segment, 2);
    }
  }

  @Test
  void aSegmentStaysAsLongAsARunningExperimentIsForItAndADraftDoesNotStartWithoutIt() {
    String mine = UUID.randomUUID().toString().substring(0, 8);
    String segment = "ex-kept-" + mine;
    segment(segment, "exthree");
    String fields = TWO + "surfaces: [FLAG], segments: [\"" + segment + "\"]";
    lab.start("ex-kept-" + mine, fields);
    assertThat(lab.save("ex-later-" + mine, 0, fields).getList("errors")).isNull();

    JsonPath kept = archive("Segment", segment);

    assertThat(kept.getString("errors[0].extensions.code")).isEqualTo("INVALID_VALUE");
    assertThat(kept.getString("errors[0].extensions.field")).isEqualTo("id");
    assertThat(kept.getString("errors[0].message")).contains("Experiment ex-kept-" + mine);
    lab.close();
    assertThat(archive("Segment", segment).getList("errors")).isNull();
    JsonPath begun =
        lab.merchant()
            .ask(Lab.mutation("startExperiment", "ex-later-" + mine, 1) + " { warnings } }");
    assertThat(begun.getString("errors[0].extensions.code")).isEqualTo("UNKNOWN_ID");
    assertThat(begun.getString("errors[0].message")).contains(segment);
  }

  @Test
  void aDraftDoesNotStartForASegmentThatAnotherReplicaJustArchived() throws SQLException {
    String mine = UUID.randomUUID().toString().substring(0, 8);
    String segment = "ex-turn-" + mine;
    segment(segment, "exthree");
    lab.save("ex-turn-" + mine, 0, TWO + "surfaces: [FLAG], segments: [\"" + segment + "\"]");
    change("update segment set archived_at = now() where id = '" + segment + "'");

    JsonPath begun =
        lab.merchant()
            .ask(Lab.mutation("startExperiment", "ex-turn-" + mine, 1) + " { warnings } }");

    assertThat(begun.getString("errors[0].extensions.code")).isEqualTo("UNKNOWN_ID");
    assertThat(begun.getString("errors[0].extensions.field")).isEqualTo("segments");
  }

  @Test
  void oneThatCannotBeReadKeepsNoOtherFromBeingWrittenAndRun() throws SQLException {
    String mine = UUID.randomUUID().toString().substring(0, 8);
    lab.save("ex-torn-" + mine, 0, TWO + "surfaces: [FLAG]");
    change("update experiment set body = '{\"id\": \"torn\"}' where id = 'ex-torn-" + mine + "'");
    try {
      lab.start("ex-whole-" + mine, TWO + "surfaces: [RAILS], markets: [\"HU\"]");
      assertThat(variant(GraphQl.visitor("ex-whole"), "HU")).isNotNull();
    } finally {
      change("delete from experiment where id = 'ex-torn-" + mine + "'");
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = shop.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void whatAnotherReplicaStartedAMomentAgoHasItsPartOfTheLayer() throws SQLException {
    String part =
        "surfaces: [HERO], markets: [\"LV\"], layer: {name: \"ex-turns\", from: %s, to: %s}";
    lab.start("ex-first", TWO + part.formatted(0, 50));
    lab.save("ex-second", 0, TWO + part.formatted(60, 90));
    // as another replica does it, before this one has heard of it
    change(
        "update experiment set body = jsonb_set(body, '{scope,buckets,to}', '8000') where id ="
            + " 'ex-first'");
    assertThat(
            lab.merchant()
                .refusal(Lab.mutation("startExperiment", "ex-second", 1) + " { warnings } }"))
        .isEqualTo("INVALID_VALUE");
  }

  private static String flag(String visitor) {
    return given()
        .auth()
        .preemptive()
        .basic("test-write-key", "")
        .contentType("application/json")
        .body("{\"context\": {\"targetingKey\": \"" + visitor + "\", \"country\": \"LT\"}}")
        .post("/ofrep/v1/evaluate/flags/ex-lovers")
        .path("reason");
  }
}
