package dev.attune.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An error says what applies to it, and has no null for what does not. */
@QuarkusTest
class RefusalsTest {
  private static final String CLASSIFICATION = "classification";

  private static Map<String, Object> extensions(GraphQl who, String query) {
    return who.ask(query).getMap("errors[0].extensions");
  }

  @Test
  void saysTheCodeAloneWhereNoFieldIsAtFault() {
    assertThat(extensions(GraphQl.visitor("rf-nobody"), "{ rules { totalCount } }"))
        .containsOnlyKeys("code", CLASSIFICATION)
        .containsEntry("code", "FORBIDDEN");
  }

  @Test
  void namesTheFieldWhereOneIs() {
    assertThat(
            extensions(
                merchant(),
                "mutation { saveSegment(expectedVersion: 0, segment: {id: \"rf\", title: \" \","
                    + " condition: \"true\"}) { id } }"))
        .containsOnlyKeys("code", "field", CLASSIFICATION)
        .containsEntry("field", "segment.title");
  }

  @Test
  void pointsAtTheColumnOfAnExpression() {
    assertThat(
            extensions(
                merchant(),
                "mutation { saveSegment(expectedVersion: 0, segment: {id: \"rf\", title: \"Rf\","
                    + " condition: \"1 +\"}) { id } }"))
        .containsOnlyKeys("code", "field", "column", CLASSIFICATION)
        .containsEntry("code", "INVALID_EXPRESSION");
  }

  @Test
  void tellsBothVersionsOfAStaleWrite() {
    assertThat(
            extensions(
                merchant(),
                "mutation { saveSegment(expectedVersion: 7, segment: {id: \"rf-none\", title:"
                    + " \"Rf\", condition: \"shopper.orders > 1\"}) { id } }"))
        .containsOnlyKeys("code", "field", "expectedVersion", "presentVersion", CLASSIFICATION)
        .containsEntry("expectedVersion", 7)
        .containsEntry("presentVersion", 0);
  }

  private static GraphQl merchant() {
    return GraphQl.nobody().signedIn("rf-mia", "merchandiser");
  }
}
