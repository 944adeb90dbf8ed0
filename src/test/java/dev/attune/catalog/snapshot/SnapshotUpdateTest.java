package dev.attune.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Market;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.shelf.PriceLine;
import dev.attune.catalog.shelf.Shelf;
import dev.attune.catalog.shelf.StockLine;
import dev.attune.catalog.store.CatalogImporter;
import dev.attune.catalog.store.Format;
import dev.attune.catalog.store.ImportListener;
import dev.attune.catalog.store.Mode;
import dev.attune.platform.money.Money;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read after a change is what reading everything anew would give. */
@QuarkusTest
class SnapshotUpdateTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency CHF = Currency.getInstance("CHF");
  private static final String HEADER =
      "id\ttitle\titem_group_id\tavailability\tprice\tproduct_type\tquantity\tproduct_detail\n";

  private static final ImportListener QUIET = new ImportListener() {};

  @Inject Catalog catalog;
  @Inject CatalogImporter importer;
  @Inject Shelf shelf;
  @Inject PgSnapshotReader reader;
  @Inject Clock clock;

  @Test
  void readsWhatChangedAsIfItReadEverything() {
    Market swiss = new Market("CH", CHF, Locale.ENGLISH);
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      change(random);

      LoadedSnapshot anew = reader.after(LoadedSnapshot.NOTHING, clock.instant());
      anew = reader.with(anew, anew.lists().view(swiss));
      assertSame(seed, catalog.snapshot(), anew.home());
      assertSame(seed, catalog.snapshot(swiss), anew.seen(anew.lists().view(swiss)));
    }
  }

  private void change(Random random) {
    switch (random.nextInt(3)) {
      case 0 -> shelf.stock(List.of(new StockLine(sku(random), random.nextInt(3), null)));
      case 1 ->
          shelf.prices(
              List.of(
                  new PriceLine(sku(random), price(random, "CH", CHF)),
                  new PriceLine(sku(random), price(random, null, USD))));
      default -> feed(random);
    }
  }

  private void feed(Random random) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 4; i++) {
      int number = random.nextInt(12);
      rows.append(
          "upd-%d\tThing %d\tupd'\\,{g%d\tin_stock\t%d USD\tUpd > C%d\t%d\t%s%n"
              .formatted(
                  number,
                  random.nextInt(3),
                  number / 2,
                  5 + random.nextInt(5),
                  random.nextInt(3),
                  random.nextInt(3),
                  random.nextInt(4) == 0 ? "A:fits:upd-g" + random.nextInt(6) : ""));
    }
    importer.run(
        new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)),
        Format.GOOGLE,
        Mode.DELTA,
        false,
        QUIET);
  }

  private static MarketPrice price(Random random, @Nullable String country, Currency currency) {
    Money regular = new Money(1_000 + random.nextInt(5), currency);
    return new MarketPrice(country, new Offer(regular, null, null, null));
  }

  private static String sku(Random random) {
    return "upd-" + random.nextInt(12);
  }

  private static void assertSame(int seed, CatalogSnapshot updated, CatalogSnapshot anew) {
    assertThat(byId(updated)).as("seed %d", seed).isEqualTo(byId(anew));
    assertThat(new HashSet<>(updated.categories()))
        .as("seed %d", seed)
        .isEqualTo(new HashSet<>(anew.categories()));
    anew.products()
        .forEach(
            product ->
                assertThat(new HashSet<>(updated.namedBy(product.id())))
                    .isEqualTo(new HashSet<>(anew.namedBy(product.id()))));
  }

  private static Map<ProductId, Product> byId(CatalogSnapshot snapshot) {
    return snapshot.products().stream().collect(Collectors.toMap(Product::id, Function.identity()));
  }
}
