package dev.attune.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A packaged gateway as a process of its own, with a fresh store and its embedded PostgreSQL. */
final class Gateway implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofMinutes(5);
  private static final Duration SETTLING = Duration.ofMinutes(5);
  private static final Duration WINDOW = Duration.ofSeconds(2);
  private static final double IDLE_CORES = .1;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path data;
  private final int port;
  private final String secretKey;
  private final PeakMemory memory;

  private Gateway(Process process, Path data, int port, String secretKey) {
    this.process = process;
    this.data = data;
    this.port = port;
    this.secretKey = secretKey;
    this.memory = new PeakMemory(URI.create(address() + "/q/metrics"), process.pid());
  }

  /** Starts it and waits until it is ready; what it logs goes to {@code gateway.log}. */
  static Gateway start(Path jar, Path work) throws IOException, InterruptedException {
    return start(jar, work, "512m");
  }

  /** As above with this much heap, as {@code -Xmx} takes it. */
  static Gateway start(Path jar, Path work, String heap) throws IOException, InterruptedException {
    delete(work.resolve("data"));
    return again(jar, work, heap);
  }

  /** As above with the store and the index that an earlier one has left. */
  static Gateway again(Path jar, Path work, String heap) throws IOException, InterruptedException {
    Path data = work.resolve("data");
    Files.createDirectories(data);
    int port = freePort();
    String secretKey = UUID.randomUUID().toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + heap,
            "-Dattune.demo.enabled=false",
            "-Dattune.data-dir=" + data.toAbsolutePath(),
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-jar",
            jar.toString());
    builder.environment().put("ATTUNE_SECRET_KEY", secretKey);
    builder.environment().keySet().removeAll(List.of("ATTUNE_CATALOG_URL", "ATTUNE_CUSTOMER_URL"));
    builder.redirectErrorStream(true).redirectOutput(work.resolve("gateway.log").toFile());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Gateway gateway = new Gateway(process, data, port, secretKey);
    gateway.awaitReady();
    gateway.memory.start();
    return gateway;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  String secretKey() {
    return secretKey;
  }

  /** A connection of our own to one of the stores, {@code catalog} or {@code customer}. */
  Connection database(String name) throws IOException, SQLException {
    String url = "jdbc:postgresql://localhost:" + postmaster().get(3).strip() + "/" + name;
    return DriverManager.getConnection(url, "postgres", "postgres");
  }

  /**
   * Waits until it is done with what an import leaves to do, so that it takes no time of others.
   */
  void settle() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SETTLING.toNanos();
    double cores = Double.MAX_VALUE;
    while (cores > IDLE_CORES && System.nanoTime() < deadline) {
      Duration before = cpu();
      Thread.sleep(WINDOW.toMillis());
      cores = cpu().minus(before).toNanos() / (double) WINDOW.toNanos();
    }
    if (cores > IDLE_CORES) {
      System.out.printf("The gateway is still busy with %.1f cores; measuring on%n", cores);
    }
  }

  /** What processors have worked for the gateway and its PostgreSQL. */
  ProcessorTime processors() throws IOException {
    return new ProcessorTime(List.of(process.pid(), postmasterId()));
  }

  /** What processors have worked for its PostgreSQL. */
  ProcessorTime databaseProcessors() throws IOException {
    return new ProcessorTime(List.of(postmasterId()));
  }

  long peakHeapBytes() {
    return memory.heapBytes();
  }

  /** The least heap since this was asked last. */
  long takeLeastHeapBytes() {
    return memory.takeLeastHeapBytes();
  }

  long peakResidentBytes() throws IOException {
    return memory.residentBytes();
  }

  /** Ends the gateway and, where it is left behind, its PostgreSQL. */
  @Override
  public void close() throws IOException {
    memory.stop();
    Optional<ProcessHandle> server = ProcessHandle.of(postmasterId());
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    server.ifPresent(ProcessHandle::destroy);
  }

  private long postmasterId() throws IOException {
    return Long.parseLong(postmaster().get(0).strip());
  }

  private List<String> postmaster() throws IOException {
    return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
  }

  private Duration cpu() throws IOException {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IOException("The gateway has ended; see gateway.log"));
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpRequest ask = HttpRequest.newBuilder(URI.create(address() + "/q/health/ready")).build();
    long deadline = System.nanoTime() + STARTUP.toNanos();
    int status = 0;
    while (status != 200) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroy();
        throw new IOException("The gateway did not become ready; see gateway.log");
      }
      Thread.sleep(200);
      try {
        status = http.send(ask, BodyHandlers.discarding()).statusCode();
      } catch (IOException notYet) {
        status = 0;
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
