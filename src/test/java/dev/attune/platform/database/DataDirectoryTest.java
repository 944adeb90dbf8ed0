package dev.attune.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DataDirectoryTest {
  @ConfigProperty(name = "attune.data-dir")
  Path directory;

  /** Another Attune that got it would end this one's PostgreSQL, as what a crash left behind. */
  @Test
  void theDataDirectoryIsThisProcesssAloneAsLongAsItRuns() throws IOException {
    System.gc();
    try (FileChannel channel =
        FileChannel.open(directory.resolve("attune.lock"), StandardOpenOption.WRITE)) {
      assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
    }
  }
}
