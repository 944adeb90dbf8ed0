package dev.attune.bench.scale;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.search.SearchIndex;
import dev.attune.search.SearchIndexes;
import dev.attune.search.SearchRequest;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.listing.Wish;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Memory, build, start, change, search and category page of many products, in one process. */
public final class SearchBenchmark {
  private static final int DEPTH = 300;
  private static final int REQUESTS = 3_000;
  private static final double PER_SECOND = 100;
  private static final Demand DEMAND = Demand.of("demand", id -> (id.hashCode() & 0xfff) / 4096.0);

  private SearchBenchmark() {}

  /**
   * @param args how many products, the directory of the data, and the one to work in
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int n = Integer.parseInt(args[0]);
    Path work = Path.of(args[2]);
    delete(work);
    Files.createDirectories(work);
    long start = System.nanoTime();
    CatalogSnapshot catalog = ManyProductsSnapshot.of(new ManyProducts(Path.of(args[1])), n);
    say("%,d products made in %.1f s, load %.1f", n, seconds(start), load());
    long snapshot = used();
    say("snapshot: %,d MB, %,d bytes a product", snapshot >> 20, snapshot / n);

    start = System.nanoTime();
    double before = processor();
    SearchIndexes first = new SearchIndexes(Runnable::run, work, Clock.systemUTC());
    first.rebuild(catalog);
    double built = seconds(start);
    double worked = processor() - before;
    say("index build: %.1f s, %,.0f products/s", built, n / built);
    say("index build: %.1f s of processors, %,.0f products/s on two", worked, 2 * n / worked);

    measure(first.current(), catalog);
    changes(first, catalog);
    long both = used();
    long files = size(work);
    say(
        "with index: heap %,d MB, files %,d MB, together %,d MB; %,d bytes a product",
        both >> 20, files >> 20, (both + files) >> 20, (both + files) / n);
    first.close();

    start = System.nanoTime();
    before = processor();
    SearchIndexes second = new SearchIndexes(Runnable::run, work, Clock.systemUTC());
    second.rebuild(catalog);
    say(
        "start with the index on the disk: %.1f s, of processors %.1f s",
        seconds(start), processor() - before);
    second.close();
  }

  private static void measure(SearchIndex index, CatalogSnapshot catalog)
      throws InterruptedException {
    List<String> queries = queries(catalog);
    for (int round = 0; round < 2; round++) {
      say(
          "search, 3 filters by facets every third: %s",
          Latencies.of(
              REQUESTS,
              PER_SECOND,
              2,
              i -> index.search(request(queries.get(i % queries.size()), i), DEMAND)));
    }
    ResultsPage page = new ResultsPage(catalog);
    for (int round = 0; round < 2; round++) {
      say(
          "the same in some shopper's order: %s",
          Latencies.of(
              REQUESTS,
              PER_SECOND,
              2,
              i -> {
                String words = queries.get(i % queries.size());
                page.rank(index.search(request(words, i), DEMAND), words, i);
              }));
    }
    CategoryId largest =
        catalog.categories().stream()
            .max((a, b) -> size(catalog, a.id()) - size(catalog, b.id()))
            .orElseThrow()
            .id();
    say("largest category: %s, %,d products", largest, size(catalog, largest));
    List<Filter> none = List.of();
    List<Filter> narrow = List.of(Filter.in("price", "50-100"), Filter.in("available", "true"));
    for (List<Filter> filters : List.of(none, narrow)) {
      for (ProductSort sort : List.of(ProductSort.FEATURED, ProductSort.PRICE_ASC)) {
        Wish wish = new Wish(filters, sort, 0, DEPTH);
        Latencies.of(300, PER_SECOND, 2, i -> index.listing().category(largest, wish, DEMAND));
        say(
            "category, %d filters, %s: %s",
            filters.size(),
            sort,
            Latencies.of(
                1_000, PER_SECOND, 2, i -> index.listing().category(largest, wish, DEMAND)));
      }
    }
    say(
        "suggest: %s",
        Latencies.of(
            1_000,
            PER_SECOND,
            2,
            i -> {
              String query = queries.get(i % queries.size());
              index.suggester().suggest(query.substring(0, 1 + i % query.length()), 8, DEMAND);
            }));
  }

  /** One to three words of some product's title. */
  private static List<String> queries(CatalogSnapshot catalog) {
    SplittableRandom random = new SplittableRandom(1);
    List<String> queries = new ArrayList<>();
    while (queries.size() < 1_000) {
      Product product = catalog.at(random.nextInt(catalog.size()));
      String[] words = product.title().replaceAll("[^\\p{L}\\p{N} -]", "").split(" +");
      int from = random.nextInt(words.length);
      int to = Math.min(words.length, from + 1 + random.nextInt(3));
      String query = String.join(" ", List.of(words).subList(from, to)).strip();
      if (query.length() > 2) {
        queries.add(query);
      }
    }
    return queries;
  }

  private static SearchRequest request(String query, int number) {
    List<Filter> filters =
        number % 3 == 0
            ? List.of(
                Filter.in("available", "true"),
                Filter.in("price", "50-100", "100-250", "25-50"),
                Filter.in("category", "celectronics"))
            : List.of();
    return new SearchRequest(query, filters, ProductSort.RELEVANCE, 0, DEPTH);
  }

  private static void changes(SearchIndexes indexes, CatalogSnapshot catalog) {
    CatalogSnapshot now = catalog;
    for (int round = 0; round < 3; round++) {
      List<Product> changed = new ArrayList<>();
      SplittableRandom random = new SplittableRandom(round);
      for (int i = 0; i < 5_000; i++) {
        changed.add(now.at(random.nextInt(now.size())));
      }
      long start = System.nanoTime();
      now = now.with("1." + round, changed);
      double made = seconds(start);
      indexes.rebuild(now);
      say(
          "5,000 prices or stocks: snapshot %.0f ms, index %.0f ms",
          made * 1e3, (seconds(start) - made) * 1e3);
    }
  }

  private static int size(CatalogSnapshot catalog, CategoryId id) {
    return catalog.ordinalsIn(id).size();
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  /** Seconds that processors have worked for this process. */
  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void say(String format, Object... parts) {
    System.out.printf(format + "%n", parts);
  }
}
