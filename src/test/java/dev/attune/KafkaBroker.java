package dev.attune;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A real broker of Kafka in KRaft mode, one process that is broker and controller. */
final class KafkaBroker implements AutoCloseable {
  /** Written by the build; the gateway's own classpath has none of it. */
  private static final Path CLASSPATH = Path.of("target", "kafka-broker.classpath");

  /** Its clients say all of their settings each time. */
  private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

  private static final Duration START = Duration.ofSeconds(60);

  private final int port;
  private final Process process;

  private KafkaBroker(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /** Starts one on an empty directory and waits until it serves. */
  static KafkaBroker start(Path directory) throws IOException, InterruptedException {
    CLIENTS.setLevel(Level.WARNING);
    Files.createDirectories(directory);
    int port = freePort();
    Path settings = directory.resolve("server.properties");
    Files.writeString(settings, settings(directory, port, freePort()));
    Process format =
        java(
            directory.resolve("format.log"),
            "kafka.tools.StorageTool",
            "format",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            settings.toString());
    if (format.waitFor() != 0) {
      throw new IOException(
          "The broker's directory was not made: "
              + Files.readString(directory.resolve("format.log")));
    }
    Process process = java(directory.resolve("broker.log"), "kafka.Kafka", settings.toString());
    await("localhost:" + port, process);
    return new KafkaBroker(port, process);
  }

  /** As clients are told. */
  String address() {
    return "localhost:" + port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static String settings(Path directory, int port, int controller) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@localhost:%2$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
    advertised.listeners=PLAINTEXT://localhost:%1$d
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    """
        .formatted(port, controller, directory.resolve("log"));
  }

  private static Process java(Path output, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx384m");
    command.add("-cp");
    command.add(Files.readString(CLASSPATH).strip());
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** The client asks until somebody answers. */
  private static void await(String address, Process process)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.describeCluster().nodes().get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      process.destroyForcibly();
      throw new IOException("The broker did not start", failure);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
