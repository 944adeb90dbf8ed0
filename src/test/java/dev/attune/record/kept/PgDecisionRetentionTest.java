package dev.attune.record.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.privacy.RetentionSettings;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgDecisionRetentionTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Inject PgDecisionRetention retention;
  @Inject RetentionSettings settings;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void decisionsGoAfterFourHundredDaysInBatches() throws SQLException {
    Instant now = Instant.now();
    made("visitor:dr-old", now.minus(Duration.ofDays(401)), settings.batch() + 10);
    made("visitor:dr-young", now.minus(Duration.ofDays(399)), 3);

    assertThat(retention.run().await().atMost(LIMIT)).isEqualTo(settings.batch() + 10);

    assertThat(kept("visitor:dr-old")).isZero();
    assertThat(kept("visitor:dr-young")).isEqualTo(3);
    assertThat(retention.run().await().atMost(LIMIT)).isZero();
  }

  private void made(String owner, Instant at, int count) throws SQLException {
    String hex = "%012x".formatted(at.toEpochMilli());
    String prefix = hex.substring(0, 8) + "-" + hex.substring(8) + "-7000-8000-";
    try (Connection connection = store.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into decision (owner, id, slot, decided_at, basis, body)
                select ?, ? || lpad(i::text, 12, '0'), 'hero', ?, 'POPULAR', ''
                from generate_series(1, ?) as i
                """)) {
      insert.setString(1, owner);
      insert.setString(2, prefix);
      insert.setObject(3, at.atOffset(ZoneOffset.UTC));
      insert.setInt(4, count);
      insert.executeUpdate();
    }
  }

  private int kept(String owner) throws SQLException {
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select count(*) from decision where owner = '" + owner + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
