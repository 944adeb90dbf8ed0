package dev.attune.experiments.metric;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * The statements of this package, which lie beside it in parts, and the bounds that they keep to.
 */
final class PgStatements {
  /** Of one statement of a report: nobody waits longer. */
  static final Duration REPORT = Duration.ofMinutes(5);

  /** Of all statements of a plan together, which an answer waits for. */
  static final Duration PLAN = Duration.ofSeconds(10);

  /** Sorts and hashes beyond this go to disk. Merging would sort everybody who was exposed. */
  private static final String BOUNDS =
      "set local work_mem = '64MB'; set local statement_timeout = '%dms';"
          + " set local enable_mergejoin = off";

  private PgStatements() {}

  /**
   * For the rest of the transaction.
   *
   * @param each how long one statement may take
   */
  static Uni<Void> bound(SqlConnection connection, Duration each) {
    return connection.query(BOUNDS.formatted(each.toMillis())).execute().replaceWithVoid();
  }

  /** One statement out of several files. */
  static String of(String... names) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(resource(name + ".sql")).append('\n');
    }
    return text.toString();
  }

  /** The same of whom {@code rehearsal.sql} takes to have been exposed. */
  static String rehearsed(String... names) {
    return resource("rehearsal.sql")
        + of(names)
            .replaceFirst("with ", "")
            .replace("from exposure", "from came")
            .replace("join exposure", "join came");
  }

  private static String resource(String name) {
    try (InputStream file = PgStatements.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
