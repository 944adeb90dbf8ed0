package dev.attune.graphql.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what, over HTTP. */
@QuarkusTest
class AuditLogTest {
  private static final String LOG =
      "{ auditLog(%s) { nodes { at who what subject before after } pageInfo { hasNextPage endCursor"
          + " } } }";

  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void signIn() {
    merchant = GraphQl.nobody().signedIn("al-merchant", "merchandiser");
  }

  /** Writes a segment twice and archives it. */
  private void written(String id) {
    String save =
        "mutation { saveSegment(expectedVersion: %d, segment: {id: \"%s\", title: \"%s\","
            + " condition: \"shopper.orders > 0\"}) { version } }";
    int version = 0;
    for (String title : List.of("One", "Two")) {
      JsonPath saved = merchant.ask(save.formatted(version, id, title));
      assertThat(saved.getList("errors")).as(saved.prettify()).isNull();
      version = saved.getInt("data.saveSegment.version");
    }
    merchant.ask(
        "mutation { archiveSegment(id: \"%s\", expectedVersion: %d) { id } }"
            .formatted(id, version));
  }

  @Test
  void tellsEveryWriteWithWhoWhatBeforeAndAfterPageByPage() {
    written("al-segment");
    JsonPath all = merchant.ask(LOG.formatted("subject: \"al-segment\", first: 3"));
    String nodes = "data.auditLog.nodes.";
    assertThat(all.getList(nodes + "what"))
        .as(all.prettify())
        .containsExactly("segment.archived", "segment.saved", "segment.saved");
    assertThat(all.getList(nodes + "who")).containsOnly("al-merchant");
    assertThat(all.getString("data.auditLog.nodes[0].before")).contains("Two");
    assertThat(all.getString("data.auditLog.nodes[0].after")).isNull();
    assertThat(all.getString("data.auditLog.nodes[1].before")).contains("One");
    assertThat(all.getString("data.auditLog.nodes[1].after")).contains("Two");
    JsonPath first = merchant.ask(LOG.formatted("subject: \"al-segment\", first: 1"));
    assertThat(first.getBoolean("data.auditLog.pageInfo.hasNextPage")).isTrue();
    String cursor = first.getString("data.auditLog.pageInfo.endCursor");
    JsonPath next =
        merchant.ask(LOG.formatted("subject: \"al-segment\", first: 1, after: \"" + cursor + "\""));
    assertThat(next.getMap("data.auditLog.nodes[0]"))
        .isEqualTo(all.getMap("data.auditLog.nodes[1]"));
    assertThat(
            merchant
                .ask(LOG.formatted("subject: \"al-segment\", what: \"segment.arch\", first: 100"))
                .getList(nodes + "what"))
        .containsOnly("segment.archived");
  }

  @Test
  void tellsAdminsAloneWhatBecameOfTokensAndNobodyWithoutARole() {
    GraphQl admin = GraphQl.nobody().signedIn("al-admin", "admin");
    written("al-other");
    List<String> tokens =
        admin
            .ask(LOG.formatted("what: \"token.\", first: 100"))
            .getList("data.auditLog.nodes.what");
    assertThat(tokens).isNotEmpty().containsOnly("token.issued");
    List<String> both = admin.ask(LOG.formatted("first: 100")).getList("data.auditLog.nodes.what");
    assertThat(both).contains("token.issued", "segment.archived");
    List<String> times = admin.ask(LOG.formatted("first: 100")).getList("data.auditLog.nodes.at");
    assertThat(times).hasSizeGreaterThan(3);
    assertThat(merchant.ask(LOG.formatted("what: \"token.\"")).getList("data.auditLog.nodes"))
        .isEmpty();
    assertThat(GraphQl.visitor("al-nobody").refusal(LOG.formatted("first: 1")))
        .isEqualTo("FORBIDDEN");
    assertThat(merchant.refusal(LOG.formatted("after: \"nonsense\""))).isEqualTo("INVALID_CURSOR");
  }
}
