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
 */
public final class GrowthBenchmark {
  private static final double CHANGED = .01;

  /** Of COPY's rate; issue 3. */
  private static final double GOAL_OF_LIMIT = .4;

  private static final double GOAL_AGAIN = 4;

  private record Size(int products, Step first, Step again, Step copy, long heap) {
    double ofLimit() {
      return copy.seconds() / first.seconds();
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
        "%9s %9s %10s %9s %8s %8s %9s%n",
        "products", "seconds", "products/s", "COPY s", "of COPY", "1 % new", "heap MiB");
    for (Size size : sizes) {
      System.out.printf(
          "%9d %9.2f %10.0f %9.2f %8.2f %7.1fx %9d%n",
          size.products(),
          size.first().seconds(),
          size.first().perSecond(),
          size.copy().seconds(),
          size.ofLimit(),
          size.first().seconds() / size.again().seconds(),
          size.heap() >> 20);
    }
    System.out.printf("goals: of COPY %.2f, 1 %% new %.0fx%n", GOAL_OF_LIMIT, GOAL_AGAIN);
    for (int i = 1; i < sizes.size(); i++) {
      double products = (double) sizes.get(i).products() / sizes.get(i - 1).products();
      double seconds = sizes.get(i).first().seconds() / sizes.get(i - 1).first().seconds();
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
      Feeds feeds = new Feeds(gateway);
      gateway.settle();
      Step first = feeds.products(n + " products", feed);
      gateway.settle();
      Step again = feeds.products(n + " products, 1 % changed", changed);
      gateway.settle();
      long peak = gateway.peakHeapBytes();
      try (Connection catalog = gateway.database("catalog")) {
        return new Size(n, first, again, new CatalogLimit(catalog, work).measure(), peak);
      }
    }
  }
}
