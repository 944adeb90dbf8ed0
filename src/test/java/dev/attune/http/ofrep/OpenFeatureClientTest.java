package dev.attune.http.ofrep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.attune.GraphQl;
import dev.attune.graphql.experiments.Lab;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** OpenFeature's own client, from npm at the versions of {@code src/test/node/flags}. */
@QuarkusTest
class OpenFeatureClientTest {
  private static final Path SCRIPTS = Path.of("src", "test", "node", "flags");
  private static final Path WORK = Path.of("target", "node-flags");

  @TestHTTPResource("/")
  URI address;

  @Test
  void openFeaturesServerSdkGetsTheVariantOfTheShop() throws IOException, InterruptedException {
    assumeTrue(runs(Path.of("."), "node", "--version"), "Skipped: there is no Node");
    assumeTrue(installed(), "Skipped: npm could not install the client; is there a registry?");
    Lab lab = new Lab();
    if (lab.merchant().ask("{ experiment(id: \"of-flag\") { id } }").get("data.experiment")
        == null) {
      lab.start("of-flag", FlagsTest.FLAG);
    }
    String server = "http://" + address.getHost() + ":" + address.getPort();
    for (String visitor : List.of("of-sdk1", "of-sdk2", "of-sdk3")) {
      String shop =
          GraphQl.visitor(visitor)
              .ask("{ shopper(context: {country: \"MT\"}) { experiments { variant } } }")
              .getString("data.shopper.experiments[0].variant");
      String said = run(WORK, "node", "flags.mjs", server, "test-write-key", visitor, "MT");
      assertThat(said.lines()).containsExactly(shop + " SPLIT " + shop, "none FLAG_NOT_FOUND");
    }
  }

  private static boolean installed() throws IOException, InterruptedException {
    Files.createDirectories(WORK);
    for (String file : List.of("package.json", "flags.mjs")) {
      Files.copy(SCRIPTS.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.exists(WORK.resolve("node_modules/@openfeature/ofrep-provider/package.json"))
        || runs(WORK, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent");
  }

  private static boolean runs(Path directory, String... command) throws InterruptedException {
    try {
      run(directory, command);
      return true;
    } catch (IOException missing) {
      return false;
    }
  }

  /** What it said; fails when it does not end well. */
  private static String run(Path directory, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("attune-flags", ".log");
    Process process =
        new ProcessBuilder(Arrays.asList(command))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    String said = Files.readString(output);
    Files.delete(output);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return said;
  }
}
