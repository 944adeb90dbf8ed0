package dev.attune;

import dev.attune.ingest.bad.BadEvents;
import io.quarkus.agroal.DataSource;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What is kept of refused events, in the table and as an operator sees it. */
@Dependent
public class RefusedEvents {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject BadEvents badEvents;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  /** Rows in which the text appears, of all that was refused until now. */
  public List<String> rowsWith(String text) throws SQLException {
    badEvents.settled().await().atMost(LIMIT);
    return Tables.rowsWith(store, text).stream()
        .filter(row -> row.startsWith("bad_event"))
        .toList();
  }

  /** The newest fifty of a source, and all counts. */
  public static JsonPath from(String source) {
    return analyst()
        .ask(
            """
            { badEvents(source: "%s", first: 50) {
                totalCount
                nodes { id code field message source call messageId body retriable retries
                  receivedAt }
                counts { code source count }
                pageInfo { hasNextPage endCursor } } }
            """
                .formatted(source)
                .replaceAll("\\s+", " "));
  }

  /** How many there are of a code from a source. */
  public static int count(String code, String source) {
    return from(source)
        .getInt(
            "data.badEvents.counts.find { it.source == '%s' && it.code == '%s' }.count"
                .formatted(source, code));
  }

  private static GraphQl analyst() {
    return GraphQl.nobody().signedIn("refused-ana", "analyst");
  }
}
