package dev.attune.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server that comes along, durable as a real one, with its files under the data
 * directory. It outlives a reload of the application inside one Java process, and a start after a
 * crash of either process recovers by itself.
 */
final class EmbeddedPostgreSql {
  private static final String USER = "postgres";
  private static final String PID_FILE = "postmaster.pid";
  private static final Duration STARTUP = Duration.ofMinutes(3);
  private static final Duration ORPHAN_EXIT = Duration.ofSeconds(20);

  /** Handed on through a system property, because a reload loses every static field. */
  private static final String PORT_PROPERTY = "attune.embedded.port";

  private final int port;

  private EmbeddedPostgreSql(int port) {
    this.port = port;
  }

  /** The server of this process, started on first use with its files in {@code directory}. */
  static synchronized EmbeddedPostgreSql in(Path directory) {
    String running = System.getProperty(PORT_PROPERTY);
    if (running != null) {
      return new EmbeddedPostgreSql(Integer.parseInt(running));
    }
    int port = start(directory.toAbsolutePath().normalize());
    System.setProperty(PORT_PROPERTY, Integer.toString(port));
    return new EmbeddedPostgreSql(port);
  }

  StoreAddress address(Store store) {
    return new StoreAddress("localhost:" + port + "/" + store.id(), USER, USER);
  }

  private static int start(Path directory) {
    try {
      Files.createDirectories(directory);
      claim(directory);
      Path cluster = directory.resolve("postgresql");
      endOrphan(cluster.resolve(PID_FILE));
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(cluster)
              .setOverrideWorkingDirectory(directory.resolve("postgresql-binaries").toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(STARTUP)
              // For initdb: a commit that begins a segment waits until it is made, so they are
              // small.
              .setLocaleConfig("wal-segsize", "4")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "localhost")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "256MB")
              // After a checkpoint every page goes into the log whole, so they are rare,
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("checkpoint_timeout", "15min")
              // and as it is: to squeeze one takes longer than to write it, and others wait for it.
              .setServerConfig("wal_compression", "off")
              // Segments are used again, rather than made.
              .setServerConfig("min_wal_size", "1GB")
              .start();
      createDatabases(server);
      process(cluster.resolve(PID_FILE)).ifPresent(EmbeddedPostgreSql::stopAfterLastConnection);
      return server.getPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The embedded PostgreSQL did not start in "
              + directory
              + ". Set ATTUNE_CATALOG_URL and ATTUNE_CUSTOMER_URL to use a server of your own.",
          failed);
    }
  }

  /** Keeps the data directory for this process until it ends, however it ends. */
  @SuppressWarnings("StreamResourceLeak") // held for the life of the process on purpose
  private static void claim(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("attune.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException(
          directory + " is in use by another Attune; give this one its own attune.data-dir");
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> holds(channel), "hold-data-directory"));
  }

  /**
   * What a shutdown hook has is reachable until the process ends, also after a reload; the lock of
   * a channel that nobody can reach is given back.
   */
  private static void holds(FileChannel channel) {
    Reference.reachabilityFence(channel);
  }

  /** Ends the server that a killed gateway left behind; its data is safe in the write-ahead log. */
  private static void endOrphan(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return;
    }
    Optional<ProcessHandle> orphan = process(pidFile);
    if (orphan.isPresent()) {
      end(orphan.get());
    }
    Files.deleteIfExists(pidFile);
  }

  /** The server that runs on this cluster, which is not the process that started it. */
  private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
    String firstLine = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
    if (!firstLine.matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(firstLine))
        .filter(process -> process.info().command().orElse("").contains("postgres"));
  }

  private static void end(ProcessHandle server) throws IOException {
    server.destroy();
    try {
      server.onExit().get(ORPHAN_EXIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException lingering) {
      server.destroyForcibly();
      server.onExit().join();
    } catch (ExecutionException failed) {
      throw new IOException("Could not wait for PostgreSQL " + server.pid(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL " + server.pid() + " ended", interrupted);
    }
  }

  private static void createDatabases(EmbeddedPostgres server) throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (Store store : Store.values()) {
        String exists = "select 1 from pg_database where datname = '" + store.id() + "'";
        if (!statement.executeQuery(exists).next()) {
          statement.execute("create database " + store.id());
        }
      }
    } catch (SQLException failed) {
      throw new IOException("Could not create the databases of the stores", failed);
    }
  }

  /**
   * A "smart" shutdown: the server ends when the application has closed its last connection, so
   * what is written while the application stops is still taken.
   */
  private static void stopAfterLastConnection(ProcessHandle server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::destroy, "stop-postgresql"));
  }
}
