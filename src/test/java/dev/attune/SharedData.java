package dev.attune;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The data sets that tests measure on; they are not part of the project. */
public final class SharedData {
  private static final Path FOLDER =
      Path.of(System.getProperty("attune.shared-data", "../shared/data"));

  private SharedData() {}

  /** A file of the folder that {@code attune.shared-data} names; without it the test is skipped. */
  public static Path file(String relative) {
    Path file = FOLDER.resolve(relative);
    Assumptions.assumeTrue(
        Files.isReadable(file),
        () -> file + " is not there; -Dattune.shared-data=FOLDER says where the data sets are");
    return file;
  }
}
