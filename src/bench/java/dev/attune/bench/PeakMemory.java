package dev.attune.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The most memory of a gateway, and the least heap for a while, which is what stays after a
 * collection: its heap by asking twice a second, its whole from the kernel.
 */
final class PeakMemory {
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)$");

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "peak-memory");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI metrics;
  private final long pid;
  private volatile long heapBytes;
  private final AtomicLong leastHeapBytes = new AtomicLong(Long.MAX_VALUE);

  PeakMemory(URI metrics, long pid) {
    this.metrics = metrics;
    this.pid = pid;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a look that fails is one look less
  void start() {
    timer.scheduleWithFixedDelay(this::look, 0, 500, TimeUnit.MILLISECONDS);
  }

  void stop() {
    timer.shutdownNow();
  }

  long heapBytes() {
    return heapBytes;
  }

  /** The least since this was asked last. */
  long takeLeastHeapBytes() {
    return leastHeapBytes.getAndSet(Long.MAX_VALUE);
  }

  /** 0 where the kernel does not tell. */
  long residentBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  private void look() {
    try {
      String text =
          http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
      double used =
          HEAP.matcher(text).results().mapToDouble(m -> Double.parseDouble(m.group(1))).sum();
      heapBytes = Math.max(heapBytes, (long) used);
      leastHeapBytes.accumulateAndGet((long) used, Math::min);
    } catch (IOException missed) {
      System.out.println("No metrics: " + missed.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
