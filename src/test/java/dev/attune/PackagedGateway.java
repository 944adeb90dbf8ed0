package dev.attune;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged gateway as a process of its own, as a user starts it. */
final class PackagedGateway implements AutoCloseable {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Path data;
  private final int port;
  private final Process process;

  private PackagedGateway(Path data, int port, Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  /** Starts it on its embedded database and waits until it has said this. */
  static PackagedGateway start(Path data, String until) throws IOException {
    return start(data, until, Map.of());
  }

  /** Starts it in this environment and waits until it has said this. */
  static PackagedGateway start(Path data, String until, Map<String, String> environment)
      throws IOException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                JAVA,
                "-Xmx512m",
                "-Dquarkus.http.port=" + port,
                "-Dattune.data-dir=" + data,
                "-Dattune.demo.shoppers=120",
                "-jar",
                JAR.toString())
            .redirectErrorStream(true);
    builder.environment().put("ATTUNE_WRITE_KEY", "wk-demo");
    builder.environment().put("ATTUNE_SECRET_KEY", "sk-demo");
    builder.environment().putAll(environment);
    Process process = builder.start();
    readUntil(process, until);
    return new PackagedGateway(data, port, process);
  }

  /**
   * Runs a command on the data of a gateway that has stopped.
   *
   * @return what it printed, without what it logged
   */
  static String command(Path data, String... words) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of(JAVA, "-Xmx512m", "-Dattune.data-dir=" + data, "-jar"));
    line.add(JAR.toString());
    line.addAll(List.of(words));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + " failed, and printed " + printed);
    }
    return printed;
  }

  /**
   * Runs a command that fails.
   *
   * @return the last line of what it says
   */
  static String complaint(Path data, String... words) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of(JAVA, "-Xmx512m", "-Dattune.data-dir=" + data, "-jar"));
    line.add(JAR.toString());
    line.addAll(List.of(words));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() == 0) {
      throw new IOException(String.join(" ", words) + " did not fail, and printed " + said);
    }
    return said.strip().lines().reduce((first, second) -> second).orElse("");
  }

  int port() {
    return port;
  }

  /** Kills gateway and database without a word, as a power cut would. */
  void killHard() throws IOException, InterruptedException {
    ProcessHandle database = database();
    process.destroyForcibly().waitFor();
    database.destroyForcibly();
    database.onExit().join();
  }

  /** The database server that runs on this gateway's data. */
  ProcessHandle database() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
  }

  /** Asks it to stop, and waits until it and its database have. */
  void stop() throws IOException, InterruptedException {
    ProcessHandle database = database();
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("The gateway did not stop within a minute");
    }
    database.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static void readUntil(Process process, String until) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.contains(until)) {
        drain(lines);
        return;
      }
    }
    throw new IOException("The gateway ended without saying '" + until + "': " + said);
  }

  /** Goes on reading, so that the gateway is never stopped by a full pipe. */
  private static void drain(BufferedReader lines) {
    Thread reader = new Thread(() -> lines.lines().forEach(line -> {}), "gateway-output");
    reader.setDaemon(true);
    reader.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
