package dev.attune;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where the data sets for measuring are; a test that needs a missing one is skipped. */
public final class SharedData {
  private SharedData() {}

  /**
   * A file below the directory in the system property {@code attune.shared-data}, by default {@code
   * ../shared/data}.
   */
  public static Path file(String relative) {
    Path file = Path.of(System.getProperty("attune.shared-data", "../shared/data"), relative);
    Assumptions.assumeTrue(
        Files.isReadable(file),
        () -> "Skipped: no " + file + "; point -Dattune.shared-data at the data sets");
    return file;
  }
}
