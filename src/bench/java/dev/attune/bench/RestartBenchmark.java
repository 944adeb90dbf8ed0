package dev.attune.bench;

import dev.attune.bench.scale.ManyProducts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How soon a gateway is ready whose store and search index are there. The first run imports the
 * products; later ones in the same directory only start.
 */
public final class RestartBenchmark {
  private static final int STARTS = 2;

  private RestartBenchmark() {}

  /**
   * @param args the path of {@code quarkus-run.jar}, the directory to work in, the one of the data,
   *     the gateway's heap as {@code -Xmx} takes it, and how many products
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path jar = Path.of(args[0]);
    Path work = Path.of(args[1]);
    if (!Files.exists(work.resolve("data"))) {
      fill(jar, work, Path.of(args[2]), args[3], Integer.parseInt(args[4]));
    }
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (Gateway gateway = Gateway.again(jar, work, args[3])) {
        double ready = (System.nanoTime() - start) / 1e9;
        double database = gateway.databaseProcessors().seconds();
        System.out.printf(
            "ready after %.1f s; processors: gateway %.1f s, PostgreSQL %.1f s; resident %,d MiB%n",
            ready,
            gateway.processors().seconds() - database,
            database,
            gateway.peakResidentBytes() >> 20);
        gateway.settle();
        System.out.printf(
            "settled after %.0f s; processors: %.1f s; heap at most %,d MiB since it was ready%n",
            (System.nanoTime() - start) / 1e9,
            gateway.processors().seconds(),
            gateway.peakHeapBytes() >> 20);
      }
    }
  }

  private static void fill(Path jar, Path work, Path data, String heap, int products)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    Path feed = work.resolve("feed.tsv.gz");
    new ManyProducts(data).write(feed, products, 0);
    try (Gateway gateway = Gateway.start(jar, work, heap)) {
      new Feeds(gateway).products(products + " products", feed);
      gateway.settle();
    }
  }
}
