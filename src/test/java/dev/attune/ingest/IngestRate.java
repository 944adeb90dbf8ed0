package dev.attune.ingest;

import dev.attune.events.Received;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Prints how many events a second come in; not a test, so it runs by its name only. */
@QuarkusTest
class IngestRate {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Inject Ingest ingest;

  @Test
  void printsEventsPerSecond() throws Exception {
    for (int size : new int[] {100, 1_000, 100, 1_000}) {
      for (int threads : new int[] {1, 4}) {
        int events = rate(size, threads, 40_000);
        System.out.printf("batches of %d, %d writers: %,d events/s%n", size, threads, events);
      }
    }
  }

  private int rate(int size, int threads, int events) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(threads);
    List<Future<?>> done = new ArrayList<>();
    long start = System.nanoTime();
    for (int writer = 0; writer < threads; writer++) {
      Random random = new Random(start + writer);
      int batches = events / size / threads;
      done.add(
          writers.submit(
              () -> {
                for (int i = 0; i < batches; i++) {
                  ingest.accept(batch(random, size)).await().atMost(Duration.ofSeconds(60));
                }
              }));
    }
    for (Future<?> one : done) {
      one.get();
    }
    writers.shutdown();
    return (int) (events * 1_000_000_000L / (System.nanoTime() - start));
  }

  /** Events of 5,000 visitors, a third with a proven customer, in batches as a shop's traffic. */
  private static List<Received> batch(Random random, int size) {
    List<Received> batch = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int visitor = random.nextInt(5_000);
      String customer = visitor % 3 == 0 ? "rate-c" + visitor : null;
      Instant at = NOON.plusSeconds(random.nextInt(30 * 86_400));
      String product = "product-" + random.nextInt(2_000);
      batch.add(
          Sent.view(
              Long.toHexString(random.nextLong()), "rate-v" + visitor, customer, at, product));
    }
    return batch;
  }
}
