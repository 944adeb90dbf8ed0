package dev.attune.http.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clients that shops have, from npm at the versions of {@code src/test/node/package.json}. */
@QuarkusTest
class RealClientsTest {
  private static final Path SCRIPTS = Path.of("src", "test", "node");
  private static final Path WORK = Path.of("target", "node-clients");

  @TestHTTPResource("/")
  URI address;

  @Inject
  @DataSource("customer")
  javax.sql.DataSource store;

  @Test
  void segmentsAndRudderStacksClientsForNodeAreUnderstood()
      throws IOException, InterruptedException, SQLException {
    assumeTrue(runs(Path.of("."), "node", "--version"), "Skipped: there is no Node");
    assumeTrue(installed(), "Skipped: npm could not install the clients; is there a registry?");
    String server = "http://" + address.getHost() + ":" + address.getPort();

    Result sent = run(WORK, "node", "clients.mjs", server, "test-write-key", "clients-v");

    assertThat(sent.exit).as(sent.output).isZero();
    List<String> kept = kept("visitor:clients-v");
    assertThat(kept.stream().filter(row -> row.contains("segment-p"))).hasSize(3);
    assertThat(kept.stream().filter(row -> row.contains("rudder-p"))).hasSize(3);
    assertThat(kept.stream().filter(row -> row.startsWith("PAGE_VIEWED"))).hasSize(3);
    assertThat(kept.stream().filter(row -> row.startsWith("IDENTIFIED"))).hasSize(3);
    assertThat(kept)
        .anySatisfy(row -> assertThat(row).contains("write-key @segment/analytics-node"));
  }

  private static boolean installed() throws IOException, InterruptedException {
    Files.createDirectories(WORK);
    for (String file : List.of("package.json", "clients.mjs")) {
      Files.copy(SCRIPTS.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    boolean there =
        Files.exists(WORK.resolve("node_modules/@segment/analytics-node/package.json"))
            && Files.exists(WORK.resolve("node_modules/@rudderstack/rudder-sdk-node/package.json"));
    return there
        || runs(WORK, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent");
  }

  private List<String> kept(String origin) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = store.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select type || ' ' || source || ' ' || signals from event where origin = ?")) {
      query.setString(1, origin);
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
    }
    return rows;
  }

  private record Result(int exit, String output) {}

  private static boolean runs(Path directory, String... command) throws InterruptedException {
    try {
      return run(directory, command).exit == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static Result run(Path directory, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("attune-clients", ".log");
    Process process =
        new ProcessBuilder(Arrays.asList(command))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    Result result = new Result(process.waitFor(), Files.readString(output));
    Files.delete(output);
    return result;
  }
}
