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

/** Segments over HTTP: saved, held in a request, counted over everybody. */
@QuarkusTest
class SegmentsTest {
  private static final String SAVE =
      "mutation { saveSegment(expectedVersion: %d, segment: {id: \"sg-lover\", title: \"Lovers\","
          + " condition: \"%s\"}) { version } }";
  private static final String LOVES =
      "'sgplants' in shopper.categories && shopper.categories['sgplants'] > 0.5";

  private final String mine = UUID.randomUUID().toString().substring(0, 8);
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop()
        .product("sg-fern", "Sgplants", "Fern")
        .product("sg-ivy", "Sgplants", "Fern")
        .product("sg-pot", "Sgpots", "Clay")
        .open();
    merchant = GraphQl.nobody().signedIn("sg-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    write(
        "mutation { archiveRule(id: \"sg-rule\", expectedVersion: %d) { id } }"
            .formatted(version("rule(id: \"sg-rule\") { version }", "rule.version")));
    write(
        "mutation { archiveSegment(id: \"sg-lover\", expectedVersion: %d) { id } }"
            .formatted(segmentVersion()));
  }

  /** Every test has ids of its own: what is archived keeps its version. */
  private JsonPath write(String query) {
    return merchant.ask(
        query
            .replace("sg-lover\"", "sg-lover-" + mine + "\"")
            .replace("sg-rule", "sg-rule-" + mine));
  }

  private int version(String query, String path) {
    JsonPath answer = write("{ " + query + " }");
    Integer version = answer.get("data." + path);
    return version == null ? 0 : version;
  }

  private int segmentVersion() {
    JsonPath answer = write("{ segments(first: 100) { nodes { id version } } }");
    Integer version =
        answer.get("data.segments.nodes.find { it.id == 'sg-lover-" + mine + "' }?.version");
    return version == null ? 0 : version;
  }

  private static JsonPath home(GraphQl shopper, String version) {
    return shopper
        .with("Attune-Version", version)
        .ask("{ home { categoryOrder(first: 1) { categories { handle } } } shopper { segments } }");
  }

  @Test
  void holdsInTheRequestThatFollowsTheEventThatMadeItTrue() {
    assertThat(write(SAVE.formatted(0, LOVES)).getList("errors")).isNull();
    JsonPath saved =
        write(
            "mutation { saveRule(expectedVersion: 0, publish: true, rule: {id: \"sg-rule\", title:"
                + " \"Pots for lovers\", pin: {position: 1}, subjects:"
                + " [\"gid://attune/Category/sgpots\"], scope: {segments: [\"sg-lover\"],"
                + " placements: [CATEGORY_ORDER]}}) { rule { id } } }");
    assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
    GraphQl lover = GraphQl.visitor("sg-visitor-" + mine);
    JsonPath after = home(lover, lover.views("sg-fern", "sg-ivy"));
    assertThat(after.getList("data.shopper.segments")).asList().contains("sg-lover-" + mine);
    assertThat(after.getString("data.home.categoryOrder.categories[0].handle")).isEqualTo("sgpots");
    GraphQl other = GraphQl.visitor("sg-other-" + mine);
    JsonPath elsewhere = home(other, other.views("sg-pot"));
    assertThat(elsewhere.getList("data.shopper.segments"))
        .asList()
        .doesNotContain("sg-lover-" + mine);
    JsonPath counted =
        write("mutation { countSegments { nodes { id count { members of countedAt } } } }");
    String count = "data.countSegments.nodes.find { it.id == 'sg-lover-" + mine + "' }.count.";
    assertThat(counted.getInt(count + "members")).isEqualTo(1);
    assertThat(counted.getInt(count + "of")).isGreaterThan(1);
    assertThat(counted.getString(count + "countedAt")).isNotBlank();
    assertThat(
            write("mutation { archiveSegment(id: \"sg-lover\", expectedVersion: 1) { id } }")
                .getString("errors[0].extensions.code"))
        .isEqualTo("INVALID_VALUE");
  }

  @Test
  void savesTheTemplatesAndRefusesConditionsOnProducts() {
    JsonPath templates = write("{ segmentTemplates { name condition } }");
    for (Object condition : templates.getList("data.segmentTemplates.condition")) {
      JsonPath saved = write(SAVE.formatted(segmentVersion(), condition));
      assertThat(saved.getList("errors")).as(condition + saved.prettify()).isNull();
    }
    JsonPath wrong = write(SAVE.formatted(segmentVersion(), "product.price > 3.0"));
    assertThat(wrong.getString("errors[0].extensions.code")).isEqualTo("INVALID_EXPRESSION");
    assertThat(wrong.getString("errors[0].extensions.field")).isEqualTo("segment.condition");
  }
}
