package dev.attune.bench.scale;

import com.sun.management.ThreadMXBean;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import dev.attune.search.column.Demand;
import dev.attune.search.column.FieldTable;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Listing;
import dev.attune.search.listing.Matched;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.listing.Wish;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Lists of products with many variants, of which one and the same has to pass all filters. */
public final class VariantsBenchmark {
  private static final List<String> COLOURS =
      List.of("red", "blue", "green", "black", "white", "pink", "grey", "gold");
  private static final List<String> SIZES = List.of("S", "M", "L", "XL");
  private static final Currency CURRENCY = Currency.getInstance("EUR");
  private static final Demand DEMAND = Demand.of("demand", id -> 0);
  private static final int WARM_UP = 100;
  private static final int ROUNDS = 50;

  private static final Filter RED = Filter.in("color", "red");
  private static final Filter MEDIUM = Filter.in("size", "M");
  private static final Filter PRICED = Filter.in("price", "25-50");
  private static final Filter AVAILABLE = Filter.in("available", "true");

  private VariantsBenchmark() {}

  /**
   * @param args how many products, and how many variants of each
   */
  public static void main(String[] args) {
    FieldTable table = FieldTable.of(shop(Integer.parseInt(args[0]), Integer.parseInt(args[1])));
    Listing listing = new Listing(table);
    Matched all = Matched.alike(table.listed());
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (List<Filter> filters :
        List.of(
            List.of(Filter.in("brand", "B3", "B4", "B5")),
            List.of(RED),
            List.of(RED, MEDIUM),
            List.of(RED, PRICED),
            List.of(RED, MEDIUM, AVAILABLE),
            List.of(AVAILABLE))) {
      Wish wish = new Wish(filters, ProductSort.PRICE_ASC, 0, 24);
      int found = 0;
      long cpu = 0;
      long bytes = 0;
      for (int i = 0; i < WARM_UP + ROUNDS; i++) {
        if (i == WARM_UP) {
          cpu = thread.getCurrentThreadCpuTime();
          bytes = thread.getCurrentThreadAllocatedBytes();
        }
        found = listing.page(all, wish, DEMAND, (passing, most) -> null).totalCount();
      }
      System.out.printf(
          "%-24s %,9d found, %6.2f ms of processor, %,7d KB of memory taken%n",
          String.join(", ", filters.stream().map(Filter::field).toList()),
          found,
          (thread.getCurrentThreadCpuTime() - cpu) / 1e6 / ROUNDS,
          (thread.getCurrentThreadAllocatedBytes() - bytes) / 1_024 / ROUNDS);
    }
  }

  private static CatalogSnapshot shop(int size, int variants) {
    SplittableRandom random = new SplittableRandom(1);
    List<Product> products = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int colour = random.nextInt(COLOURS.size());
      List<Variant> all = new ArrayList<>();
      for (int n = 0; n < variants; n++) {
        Map<String, String> options =
            Map.of(
                "color",
                COLOURS.get((colour + n % 2) % COLOURS.size()),
                "size",
                SIZES.get(n % SIZES.size()));
        all.add(variant("v" + i + "-" + n, random, options));
      }
      products.add(
          new Product(
              new ProductId("p" + i),
              "shirt-" + i,
              "Shirt " + i,
              "",
              "B" + i % 30,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              null,
              all,
              List.of(),
              Instant.EPOCH));
    }
    return new CatalogSnapshot("1", products, List.of(), Locale.ENGLISH);
  }

  /** At a price of its own, and every fourth sold out. */
  private static Variant variant(String id, SplittableRandom random, Map<String, String> options) {
    Money price = new Money(1_000 + random.nextInt(9_000), CURRENCY);
    Availability stock = random.nextInt(4) == 0 ? Availability.OUT_OF_STOCK : Availability.IN_STOCK;
    return new Variant(id, id, id, price, null, null, null, stock, options, null, null);
  }
}
