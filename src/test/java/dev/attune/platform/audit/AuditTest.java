package dev.attune.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.platform.database.Store;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
  private static final Instant AT = Instant.parse("2026-01-05T10:30:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Audit audit;

  @Inject
  @DataSource(Store.CUSTOMER_NAME)
  javax.sql.DataSource database;

  @Test
  void givesBackWhatWasRecordedNewestFirst() {
    AuditEntry one = new AuditEntry("anna", "rule.changed", "aud-1", AT, "{\"a\": 1}", "[2]");
    AuditEntry two = new AuditEntry("anna", "rule.removed", "aud-2", AT, "{\"a\": 1}", null);
    audit.record(one).await().atMost(PATIENCE);
    audit.record(two).await().atMost(PATIENCE);
    List<AuditEntry> recent = audit.recent(1000).await().atMost(PATIENCE);
    assertThat(recent.stream().filter(entry -> entry.subject().startsWith("aud-")))
        .containsExactly(two, one);
  }

  @Test
  void refusesToChangeOrForgetAnything() throws SQLException {
    audit.record(new AuditEntry("anna", "x", "aud3", AT, null, null)).await().atMost(PATIENCE);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from audit_log"))
          .hasMessageContaining("audit_log only grows");
      assertThatThrownBy(() -> statement.execute("update audit_log set who = 'nobody'"))
          .hasMessageContaining("audit_log only grows");
    }
  }
}
