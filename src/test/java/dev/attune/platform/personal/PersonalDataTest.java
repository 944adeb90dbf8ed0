package dev.attune.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonalDataTest {
  /** Tables in which nobody of the shop's public appears. */
  private static final Set<String> OF_NOBODY =
      Set.of(
          "api_key",
          "audit_log",
          "event_count",
          "flyway_schema_history",
          "identity_secret",
          "junk_identifier",
          "model_hold",
          "model_replica",
          "model_version",
          "shop_key",
          "signing_key",
          "tombstone",
          "tombstone_message",
          "tombstone_visit",
          "topic_offset");

  @Inject @All List<PersonalData> stores;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource customer;

  @Test
  void everyTableOfTheCustomerStoreHasSomebodyWhoErasesFromItOrHoldsNobody() throws SQLException {
    Set<String> erased = new TreeSet<>();
    stores.forEach(store -> erased.addAll(store.tables()));
    Set<String> known = new TreeSet<>(erased);
    known.addAll(OF_NOBODY);
    assertThat(tables()).isEqualTo(known);
    assertThat(erased).doesNotContainAnyElementsOf(OF_NOBODY);
  }

  private Set<String> tables() throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection connection = customer.getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
