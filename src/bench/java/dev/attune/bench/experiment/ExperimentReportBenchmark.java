package dev.attune.bench.experiment;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Measures one experiment of so many exposures in a PostgreSQL of its own: one shopper in a hundred
 * bought, five put something into the cart, three searched. One in a hundred is a customer's
 * device.
 */
public final class ExperimentReportBenchmark {
  private static final String SHOPPERS =
      """
      insert into exposure
      select 'visitor:' || md5(g::text), 'bench', case when g %% 2 = 0 then 'a' else 'b' end,
        now() - interval '20 days' - (g %% 5) * interval '1 day', false
      from generate_series(1, %1$d) g
      """;

  /** Filled without its indexes, which are built at once after: a tenth of the time. */
  private static final List<String> BARE =
      List.of(
          "drop index exposure_experiment", "alter table exposure drop constraint exposure_pkey");

  private static final List<String> INDEXED =
      List.of(
          "alter table exposure add primary key (unit, experiment)",
          "create index exposure_experiment on exposure (experiment)");
  private static final String DEVICES =
      """
      insert into link (visitor, customer, first_proof, last_proof, evidence)
      select 'visitor:' || md5(g::text), 'customer:' || g, now(), now(), 'token'
      from generate_series(100, %1$d, 100) g
      """;
  private static final String EVENTS =
      """
      insert into event (origin, message_id, type, happened_at, received_at, traffic, personalize,
        signals, body)
      select 'visitor:' || md5(g::text), '%2$s', '%2$s',
        now() - interval '20 days' - (g %% 5) * interval '1 day' + interval '1 hour', now(),
        'SHOPPER', true, replace('%4$s', '#', 'o' || g)::jsonb, '{"properties": {"discount": 1}}'
      from generate_series(%3$d, %1$d, %3$d) g
      """;
  private static final List<String> VALUES =
      List.of(
          "'bench'",
          "(now() - interval '26 days')",
          "now()",
          "'7 days'",
          "'USD'",
          "100000",
          "'{p}'",
          "'{800}'",
          "100");

  private ExperimentReportBenchmark() {}

  /**
   * @param args how many exposures, and a directory to work in; what an earlier run filled there is
   *     measured again
   */
  public static void main(String[] args) throws IOException, SQLException {
    int exposures = Integer.parseInt(args[0]);
    boolean filled = Files.exists(Path.of(args[1], "data", "PG_VERSION"));
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setDataDirectory(Path.of(args[1], "data"))
                .setOverrideWorkingDirectory(Path.of(args[1], "binaries").toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("maintenance_work_mem", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!filled) {
        fill(statement, exposures);
      }
      long begun = System.nanoTime();
      connection.setAutoCommit(false);
      statement.execute("set local work_mem = '64MB'");
      statement.execute("set local enable_mergejoin = off");
      int rows = 0;
      try (ResultSet cells = statement.executeQuery(question())) {
        while (cells.next()) {
          rows++;
        }
      }
      System.out.printf(
          "%,d exposures: %d rows in %.1f s%n", exposures, rows, (System.nanoTime() - begun) / 1e9);
    }
  }

  private static void fill(Statement statement, int exposures) throws IOException, SQLException {
    for (String migration : List.of("V1__events_and_profiles", "V9__exposures")) {
      Path file = Path.of("src/main/resources/db/customer", migration + ".sql");
      statement.execute(Files.readString(file));
    }
    statement.execute("alter table link add column split_at timestamptz");
    execute(statement, BARE);
    statement.execute(SHOPPERS.formatted(exposures));
    execute(statement, INDEXED);
    statement.execute(DEVICES.formatted(exposures));
    String bought = "[[\"ORDER\",\"#\",1],[\"BUY\",\"p\",1],[\"PAID\",\"USD/#\",2000]]";
    statement.execute(EVENTS.formatted(exposures, "ORDER_COMPLETED", 100, bought));
    statement.execute(EVENTS.formatted(exposures, "CART_ADDED", 20, "[[\"CART_ADD\",\"p\",1]]"));
    statement.execute(EVENTS.formatted(exposures, "SEARCHED", 33, "[[\"SEARCH\",\"p\",1]]"));
    statement.execute("vacuum analyze");
  }

  private static String question() throws IOException {
    String sql = text("people.sql") + text("measure.sql");
    for (int i = VALUES.size(); i > 0; i--) {
      sql = sql.replace("$" + i, VALUES.get(i - 1));
    }
    return sql;
  }

  private static String text(String name) throws IOException {
    try (InputStream file =
        ExperimentReportBenchmark.class.getResourceAsStream(
            "/dev/attune/experiments/metric/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("--[^\n]*", "");
    }
  }

  private static void execute(Statement statement, List<String> all) throws SQLException {
    for (String one : all) {
      statement.execute(one);
    }
  }
}
