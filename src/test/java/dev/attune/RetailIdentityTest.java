package dev.attune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Catalog;
import dev.attune.models.ModelRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real log against who its shoppers are: nobody mixed up, and nearly everybody found. */
@QuarkusTest
class RetailIdentityTest {
  /** Devices that count as a customer's own: joined to them, to nobody else, within the guard. */
  private static final String JOINED =
      """
      select substr(c.customer, 10), substr(m.identifier, 9)
      from (select distinct customer from link where customer like 'customer:user-%') c
      cross join lateral shopper_members(c.customer) m
      where m.sole and m.identifier like 'visitor:________-____-____-____-____________'
      """;

  @Inject Catalog catalog;
  @Inject ModelRegistry models;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  /** A person and a device. */
  private record Pair(String user, String device) {}

  @BeforeEach
  void openTheShop() throws IOException {
    RetailShop.open(catalog, models);
  }

  @Test
  void everyJoinIsRightAndEveryoneWhoSignedInIsFound() throws IOException, SQLException {
    Set<Pair> truth = new HashSet<>();
    Set<String> owned = new HashSet<>();
    for (String line :
        Files.readAllLines(SharedData.file("retail-demo-store/truth.csv")).stream()
            .skip(1)
            .toList()) {
      String[] row = line.split(",", -1);
      owned.add(row[1]);
      if (row[3].equals("yes")) {
        truth.add(new Pair(row[0], row[1]));
      }
    }
    Set<Pair> joined = pairs(JOINED);
    // Devices without an owner in the truth are the shared tablets; they are judged below.
    Set<Pair> judged = new HashSet<>(joined);
    judged.removeIf(pair -> !owned.contains(pair.device));
    Set<Pair> right = new HashSet<>(judged);
    right.retainAll(truth);
    double precision = (double) right.size() / judged.size();
    double recall = (double) right.size() / truth.size();
    Log.infof(
        "identity on the retail log: precision %.4f of %d joins, recall %.4f of %d signed-in pairs",
        precision, judged.size(), recall, truth.size());
    assertThat(precision).isEqualTo(1);
    assertThat(recall).isGreaterThanOrEqualTo(.99);
  }

  @Test
  void noSharedTabletJoinsTwoUsers() throws SQLException {
    Set<String> devices = new HashSet<>();
    for (Pair pair : pairs(JOINED)) {
      assertThat(devices.add(pair.device)).as(pair.device).isTrue();
    }
    Set<Pair> shared =
        pairs(
            """
            select visitor, max(customer) from link where visitor in (
              select visitor from link where customer like 'customer:user-%'
                and visitor like 'visitor:________-____-____-____-____________'
              group by visitor having count(*) > 1)
            group by visitor
            """);
    assertThat(shared).hasSizeGreaterThanOrEqualTo(9);
    assertThat(devices).doesNotContainAnyElementsOf(shared.stream().map(Pair::user).toList());
  }

  @Test
  void theSystemListsSharedTabletsAndJunkItself() {
    JsonPath health =
        GraphQl.nobody()
            .signedIn("ri-operator", "analyst")
            .ask("{ identityHealth { findings { code count examples { about count } } } }");
    List<String> codes = health.getList("data.identityHealth.findings.code");
    assertThat(codes).contains("SHARED_IDENTIFIER", "JUNK_IDENTIFIER");
    assertThat(
            health.getList(
                "data.identityHealth.findings.find { it.code == 'JUNK_IDENTIFIER' }"
                    + ".examples.about"))
        .containsAnyOf("undefined", "null", "anonymous");
  }

  private Set<Pair> pairs(String query) throws SQLException {
    Set<Pair> pairs = new HashSet<>();
    try (Connection connection = store.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        pairs.add(new Pair(rows.getString(1), rows.getString(2)));
      }
    }
    return pairs;
  }
}
