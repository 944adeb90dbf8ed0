package dev.attune.bench.scale;

import com.sun.management.ThreadMXBean;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.models.TrainingEvent;
import dev.attune.profile.Shopper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What all decisions of a home page take from a loaded profile, on one thread. */
public final class HomeBenchmark {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int SHOPPERS = 10_000;
  private static final int ROUNDS = 12;

  private HomeBenchmark() {}

  /**
   * @param args how many products, how many sessions in memory, and the directory of the data
   */
  public static void main(String[] args) throws IOException {
    int products = Integer.parseInt(args[0]);
    int sessions = Integer.parseInt(args[1]);
    CatalogSnapshot catalog = ManyProductsSnapshot.of(new ManyProducts(Path.of(args[2])), products);
    ManyShoppers people = new ManyShoppers(catalog, NOW);
    List<TrainingEvent> events = people.events(sessions);
    long start = System.nanoTime();
    HomePage page = new HomePage(catalog, Models.train(catalog, events, NOW), NOW);
    System.out.printf(
        "%,d products; %,d events of %,d sessions trained in %.1f s%n",
        products, events.size(), sessions, (System.nanoTime() - start) / 1e9);
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < SHOPPERS; i++) {
      shoppers.add(people.shopper());
    }
    for (int round = 0; round < ROUNDS; round++) {
      measure(page, shoppers);
    }
  }

  private static void measure(HomePage page, List<Shopper> shoppers) {
    double[] millis = new double[SHOPPERS];
    double all = 0;
    long shown = 0;
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < SHOPPERS; i++) {
      long before = THREADS.getCurrentThreadCpuTime();
      shown += page.decide(shoppers.get(i), Merchandise.EMPTY);
      millis[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
      all += millis[i];
    }
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    Arrays.sort(millis);
    System.out.printf(
        "home page, of processor: mean %.3f ms (goal 0.5), p50 %.3f ms, p99 %.3f ms (goal 3);"
            + " %.1f products shown, %d KB of memory taken%n",
        all / SHOPPERS,
        millis[SHOPPERS / 2],
        millis[SHOPPERS * 99 / 100],
        (double) shown / SHOPPERS,
        allocated / SHOPPERS / 1024);
  }
}
