package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.profile.Shopper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What 1,000 live rules and 200 segments cost a home page, against the same page without, in time
 * that the processor worked.
 */
public final class RulesBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int SHOPPERS = 2_000;
  private static final int SESSIONS = 20_000;
  private static final int PAGES = 4_000;

  private final List<Shopper> shoppers = new ArrayList<>();
  private final HomePage page;

  private RulesBenchmark(CatalogSnapshot catalog) {
    ManyShoppers people = new ManyShoppers(catalog, NOW);
    this.page = new HomePage(catalog, Models.train(catalog, people.events(SESSIONS), NOW), NOW);
    for (int i = 0; i < SHOPPERS; i++) {
      shoppers.add(people.shopper());
    }
  }

  /**
   * @param args how many products, and the directory of the data
   */
  public static void main(String[] args) throws IOException {
    int n = Integer.parseInt(args[0]);
    CatalogSnapshot catalog = ManyProductsSnapshot.of(new ManyProducts(Path.of(args[1])), n);
    RulesBenchmark benchmark = new RulesBenchmark(catalog);
    Merchandise plain = Merchandise.EMPTY;
    long start = System.nanoTime();
    Merchandise ruled = ManyRules.in(catalog, 1_000, 200);
    System.out.printf(
        "%,d products; %,d rules and %,d segments compiled in %.2f s%n",
        n, ruled.book().size(), ruled.segments().size(), (System.nanoTime() - start) / 1e9);
    for (int round = 0; round < 4; round++) {
      benchmark.measure(plain, ruled);
    }
  }

  /** Pages with and without rules in turns, so that both meet the same machine. */
  private void measure(Merchandise plain, Merchandise ruled) {
    double[] without = new double[PAGES];
    double[] with = new double[PAGES];
    for (int i = 0; i < PAGES; i++) {
      Shopper shopper = shoppers.get(i % SHOPPERS);
      boolean first = i % 2 == 0;
      double one = millis(shopper, first ? plain : ruled);
      double other = millis(shopper, first ? ruled : plain);
      without[i] = first ? one : other;
      with[i] = first ? other : one;
    }
    Arrays.sort(without);
    Arrays.sort(with);
    System.out.printf(
        "home page: without mean %.3f ms p50 %.3f ms p99 %.3f ms, with mean %.3f ms p50 %.3f ms p99"
            + " %.3f ms; more: mean %.3f ms p50 %.3f ms p99 %.3f ms%n",
        mean(without),
        at(without, .5),
        at(without, .99),
        mean(with),
        at(with, .5),
        at(with, .99),
        mean(with) - mean(without),
        at(with, .5) - at(without, .5),
        at(with, .99) - at(without, .99));
  }

  private double millis(Shopper shopper, Merchandise merchandise) {
    long start = THREADS.getCurrentThreadCpuTime();
    page.decide(shopper, merchandise);
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static double mean(double[] all) {
    return Arrays.stream(all).average().orElse(0);
  }

  private static double at(double[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))];
  }
}
