package dev.attune.graphql;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed schema is the one that runs. */
@QuarkusTest
class SchemaTest {
  private static final Path COMMITTED = Path.of("graphql-schema", "schema.graphql");
  private static final Path RUNNING = Path.of("target", "schema.graphql");

  @Test
  void isTheCommittedOne() throws IOException {
    String running =
        given().get("/graphql/schema.graphql").then().statusCode(200).extract().asString();
    Files.writeString(RUNNING, running);
    assertThat(running)
        .as("commit the change on purpose: cp %s %s", RUNNING, COMMITTED)
        .isEqualTo(Files.readString(COMMITTED));
  }
}
