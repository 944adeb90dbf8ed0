package dev.attune.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Imports a catalog and a history into a fresh gateway over HTTP, and compares both with what the
 * same PostgreSQL can take without a gateway, in the same run.
 */
public final class ImportBenchmark {
  private static final double CATALOG_GOAL_SECONDS = 3;
  private static final double EVENTS_GOAL_SECONDS = 60;

  private ImportBenchmark() {}

  /**
   * @param args the path of {@code quarkus-run.jar}, the directory to work in, and the one of the
   *     data
   */
  public static void main(String[] args) throws IOException, InterruptedException, SQLException {
    Path data = Path.of(args[2], "retail-demo-store");
    Path products = data.resolve("products.tsv.gz");
    Path events = data.resolve("events.ndjson.gz");
    if (!Files.exists(products) || !Files.exists(events)) {
      System.out.println(
          "Nothing measured: "
              + data.toAbsolutePath().normalize()
              + " has no products.tsv.gz and events.ndjson.gz; say where with"
              + " -Dattune.shared-data=DIRECTORY");
      return;
    }
    Path work = Path.of(args[1]);
    try (Gateway gateway = Gateway.start(Path.of(args[0]), work)) {
      Report report = measure(gateway, products, events, work);
      System.out.print(report.table());
      Files.writeString(work.resolve("import.json"), report.json());
    }
  }

  private static Report measure(Gateway gateway, Path products, Path events, Path work)
      throws IOException, InterruptedException, SQLException {
    Feeds feeds = new Feeds(gateway);
    gateway.settle();
    Step first = feeds.products("catalog import", products);
    Step again = feeds.products("catalog import, unchanged", products);
    gateway.settle();
    Step copy;
    try (Connection catalog = gateway.database("catalog")) {
      copy = new CatalogLimit(catalog, work, gateway.databaseProcessors()).measure();
    }
    Step history = feeds.events("event import", events);
    gateway.settle();
    Step upserts;
    try (Connection customer = gateway.database("customer")) {
      upserts = new EventLimit(customer).measure();
    }
    return new Report(
        List.of(
            first.against(CATALOG_GOAL_SECONDS, copy.seconds()),
            again,
            copy,
            history.against(EVENTS_GOAL_SECONDS, upserts.seconds()),
            upserts),
        gateway.peakHeapBytes(),
        gateway.peakResidentBytes());
  }
}
