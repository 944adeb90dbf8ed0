package dev.attune.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lines to a client that may not read before it has sent everything: what goes beyond the sockets'
 * buffers waits in a file until the body is read, else both sides would wait for each other. Lines
 * to a client that is gone are dropped.
 */
final class PatientLines implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(PatientLines.class);

  /** Bytes that sockets take without a reader; Linux' defaults take more than twice as much. */
  private static final int AT_ONCE = 48 * 1024;

  private final OutputStream client;
  private long sent;
  private boolean released;
  private boolean gone;
  private @Nullable Path file;
  private @Nullable OutputStream waiting;

  PatientLines(OutputStream client) {
    this.client = client;
  }

  void write(String line) {
    if (gone) {
      return;
    }
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      sent += bytes.length;
      (released || sent <= AT_ONCE ? client : waiting()).write(bytes);
    } catch (IOException closed) {
      lose(closed);
    }
  }

  void flush() {
    try {
      if (!gone) {
        client.flush();
      }
    } catch (IOException closed) {
      lose(closed);
    }
  }

  /** The client has sent everything and reads from now on. */
  void release() {
    if (released || gone) {
      return;
    }
    released = true;
    try {
      if (waiting != null && file != null) {
        waiting.close();
        Files.copy(file, client);
      }
      client.flush();
    } catch (IOException closed) {
      lose(closed);
    }
  }

  @Override
  public void close() {
    try {
      if (waiting != null && file != null) {
        waiting.close();
        Files.deleteIfExists(file);
      }
    } catch (IOException stuck) {
      LOG.warnf("Could not remove %s: %s", file, stuck.getMessage());
    }
  }

  private OutputStream waiting() throws IOException {
    if (waiting == null) {
      file = Files.createTempFile("attune-import-", ".ndjson");
      waiting = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE));
    }
    return waiting;
  }

  private void lose(IOException closed) {
    gone = true;
    LOG.debugf("The client of an import is gone: %s", closed.getMessage());
  }
}
