package dev.attune.bench;

import dev.attune.bench.scale.ManyProducts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Imports catalogs of growing size, each into a fresh gateway, then the same feed with one row in a
 * hundred changed, and compares with COPY of the stored rows into identical tables in the same run.
 * What is compared ends with the store's commit; until the gateway shows it is printed beside it.
 */
public final class GrowthBenchmark {
  private static final double CHANGED = .01;

  /** Of the rate of COPY. */
  private static final double GOAL_OF_LIMIT = .4;

  private static final double GOAL_AGAIN = 4;

  private record Size(
      int products, StoredImport first, StoredImport again, Step copy, double copied, long heap) {
    double ofLimit() {
      return copy.seconds() / first.stored();
    }
  }

  private GrowthBenchmark() {}

  /**
   * @param args the path of {@code quarkus-run.jar}, the directory to work in, the one of the data,
   *     the gateway's heap as {@code -Xmx} takes it, and sizes, the smallest first
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path work = Path.of(args[1]);
    Files.createDirectories(work);
    ManyProducts many = new ManyProducts(Path.of(args[2]));
    List<Size> sizes = new ArrayList<>();
    for (String size : Arrays.asList(args).subList(4, args.length)) {
      sizes.add(measure(many, Integer.parseInt(size), Path.of(args[0]), work, args[3]));
    }
    System.out.printf(
        "%9s %9s %10s %8s %8s %8s %8s %8s %8s %8s %9s%n",
        "products",
        "stored s",
        "products/s",
        "COPY s",
        "of COPY",
        "CPU s",
        "COPY CPU",
        "1 % new",
        "CPU",
        "shown s",
        "heap MiB");
    for (Size size : sizes) {
      System.out.printf(
          "%9d %9.2f %10.0f %8.2f %8.2f %8.2f %8.2f %7.1fx %7.1fx %8.2f %9d%n",
          size.products(),
          size.first().stored(),
          size.products() / size.first().stored(),
          size.copy().seconds(),
          size.ofLimit(),
          size.first().storedProcessors(),
          size.copied(),
          size.first().stored() / size.again().stored(),
          size.first().storedProcessors() / size.again().storedProcessors(),
          size.first().shown(),
          size.heap() >> 20);
    }
    System.out.printf("goals: of COPY %.2f, 1 %% new %.0fx%n", GOAL_OF_LIMIT, GOAL_AGAIN);
    for (int i = 1; i < sizes.size(); i++) {
      double products = (double) sizes.get(i).products() / sizes.get(i - 1).products();
      double seconds = sizes.get(i).first().stored() / sizes.get(i - 1).first().stored();
      System.out.printf("%.0fx the products took %.1fx the time%n", products, seconds);
    }
  }

  private static Size measure(ManyProducts many, int n, Path jar, Path work, String heap)
      throws IOException, InterruptedException, SQLException {
    Path feed = work.resolve("feed.tsv.gz");
    Path changed = work.resolve("changed.tsv.gz");
    many.write(feed, n, 0);
    many.write(changed, n, CHANGED);
    try (Gateway gateway = Gateway.start(jar, work, heap)) {
      gateway.settle();
      try (Connection catalog = gateway.database("catalog")) {
        Commits commits = new Commits(catalog, gateway.processors());
        StoredImport first = StoredImport.of(gateway, commits, n + " products", feed);
        gateway.settle();
        StoredImport again = StoredImport.of(gateway, commits, n + ", 1 % changed", changed);
        gateway.settle();
        long peak = gateway.peakHeapBytes();
        CatalogLimit limit = new CatalogLimit(catalog, work, gateway.databaseProcessors());
        Step copy = limit.measure();
        return new Size(n, first, again, copy, limit.processorSeconds(), peak);
      }
    }
  }
}
