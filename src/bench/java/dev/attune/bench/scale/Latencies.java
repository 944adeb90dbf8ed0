package dev.attune.bench.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Times of requests that come at a fixed rate, each from when it was due, so that waiting behind a
 * slow one counts; and how long processors worked on each, which other work on the machine touches
 * less.
 */
record Latencies(double[] millis, double[] cpu) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOS = 1e6;

  static Latencies of(int requests, double perSecond, int threads, IntConsumer request)
      throws InterruptedException {
    double[] millis = new double[requests];
    double[] cpu = new double[requests];
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      int number = i;
      long due = start + (long) (i * 1e9 / perSecond);
      while (System.nanoTime() < due) {
        Thread.sleep(0, 200_000);
      }
      workers.execute(
          () -> {
            long before = THREADS.getCurrentThreadCpuTime();
            request.accept(number);
            cpu[number] = (THREADS.getCurrentThreadCpuTime() - before) / NANOS;
            millis[number] = (System.nanoTime() - due) / NANOS;
          });
    }
    workers.shutdown();
    if (!workers.awaitTermination(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("The requests do not come to an end");
    }
    Arrays.sort(millis);
    Arrays.sort(cpu);
    return new Latencies(millis, cpu);
  }

  private static double percentile(double[] millis, double part) {
    return millis[(int) Math.min(millis.length - 1, Math.floor(part * millis.length))];
  }

  @Override
  public String toString() {
    return line(millis) + "; of processor " + line(cpu);
  }

  private static String line(double[] millis) {
    return "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms"
        .formatted(
            percentile(millis, .5),
            percentile(millis, .9),
            percentile(millis, .99),
            percentile(millis, 1));
  }
}
