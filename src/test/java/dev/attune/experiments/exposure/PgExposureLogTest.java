package dev.attune.experiments.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.experiments.trial.Arm;
import dev.attune.experiments.trial.Surface;
import dev.attune.experiments.trial.Treatment;
import dev.attune.experiments.trial.Trial;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgExposureLogTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final Arm ARM = new Arm("control", 1, Treatment.CONTROL, Map.of());

  @Inject PgExposureTable table;
  @Inject Vertx vertx;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customers;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private static Trial trial(String unit, String experiment) {
    return new Trial(
        experiment,
        List.of(Surface.FLAG),
        ARM,
        unit,
        /* control= */ true,
        /* crossed= */ false,
        /* kept= */ false);
  }

  private List<String> units() throws SQLException {
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select unit from exposure where experiment = 'pe' order by 1")) {
      List<String> units = new ArrayList<>();
      while (rows.next()) {
        units.add(rows.getString(1));
      }
      return units;
    }
  }

  @AfterEach
  void forget() throws SQLException {
    try (Connection connection = customers.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from exposure where unit like 'visitor:pe-%'");
    }
  }

  @Test
  void keepsTheOthersOfABatchInWhichOneIsRefused() throws SQLException {
    PgExposureLog log = new PgExposureLog(table, vertx, () -> 100, meters);
    for (int i = 1; i <= 9; i++) {
      log.append(trial("visitor:pe-" + i, "pe"), NOW);
    }
    log.append(trial("visitor:pe-poisoned", "pe-\0"), NOW);

    log.stop(new ShutdownEvent());

    assertThat(units()).hasSize(9).contains("visitor:pe-1", "visitor:pe-9");
    assertThat(meters.get("attune.exposures.queued").gauge().value()).isZero();
  }
}
