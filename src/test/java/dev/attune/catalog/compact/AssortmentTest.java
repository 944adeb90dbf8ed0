package dev.attune.catalog.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssortmentTest {
  private static final Instant OPENING = Instant.parse("2026-01-01T00:00:00Z");
  private static final int PRODUCTS = 6 * Assortment.NEWEST;
  private static final List<String> PATHS = List.of("Home > Light > Desk", "Home > Light", "Shoes");

  private static void put(SampleCatalog shop, int i, Random random) {
    SampleCatalog.Draft draft =
        shop.product("p" + i, "P" + i).in(PATHS.get(i % PATHS.size())).in(PATHS.get(i % 2));
    (random.nextInt(4) == 0 ? draft.soldOut() : draft)
        .price(random.nextInt(5) == 0 ? null : "10.00")
        .brand(random.nextInt(3) == 0 ? null : "B" + random.nextInt(900))
        .addedAt(OPENING.plusSeconds(random.nextInt(500)))
        .add();
  }

  /** Some products with other prices, stock, brands and dates; early ones are the newest. */
  private static List<Product> others(Random random, int round) {
    SampleCatalog some = new SampleCatalog();
    int most = round % 10 == 9 ? PRODUCTS : 160;
    for (int i = 0; i < most; i++) {
      put(some, most == PRODUCTS ? i : random.nextInt(PRODUCTS), random);
    }
    Map<Object, Product> once = new LinkedHashMap<>();
    some.snapshot("any").products().forEach(product -> once.put(product.id(), product));
    return List.copyOf(once.values());
  }

  @Test
  void followsChangesAsIfAllWereCountedAnew() {
    Random random = new Random(7);
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < PRODUCTS; i++) {
      put(shop, i, random);
    }
    CatalogSnapshot now = shop.snapshot("0");
    now.assortment();
    for (int round = 1; round <= 60; round++) {
      List<Product> changed = new ArrayList<>(others(random, round));
      if (round % 3 == 0) { // most of what is known as the newest is sold out
        now.assortment().newest().stream().limit(190).forEach(it -> changed.add(soldOut(it)));
      }
      for (int place = 0; place < now.size(); place += 3) {
        now.assortment().card(place);
      }
      now = now.with("" + round, changed);
      assertSame(now.assortment(), new Assortment(now), now);
    }
  }

  private static Product soldOut(Product product) {
    return product.with(
        product.variants().stream().map(variant -> variant.priced(null, null)).toList());
  }

  private static List<String> names(Assortment assortment) {
    return assortment.leaves().stream().map(Leaf::name).toList();
  }

  private static void assertSame(Assortment derived, Assortment made, CatalogSnapshot catalog) {
    assertThat(derived.newest()).isEqualTo(made.newest());
    for (int i = 0; i < made.newest().size(); i++) {
      assertThat(derived.newestAt().at(i)).isEqualTo(made.newestAt().at(i));
      assertThat(derived.newest().get(i)).isSameAs(catalog.at(made.newestAt().at(i)));
    }
    for (int brand = 0; brand < 900; brand++) {
      assertThat(derived.hasBrand("B" + brand)).isEqualTo(made.hasBrand("B" + brand));
    }
    assertThat(derived.currencies()).isEqualTo(made.currencies());
    for (Category category : catalog.categories()) {
      int priced = (int) catalog.productsIn(category.id()).stream().filter(Product::priced).count();
      boolean sells = catalog.productsIn(category.id()).stream().anyMatch(Product::forSale);
      assertThat(made.pricedIn(category.id())).isEqualTo(priced);
      assertThat(derived.pricedIn(category.id())).isEqualTo(priced);
      assertThat(made.sellsIn(category.id())).isEqualTo(sells);
      assertThat(derived.sellsIn(category.id())).isEqualTo(sells);
      assertThat(derived.number(category.id().value()))
          .isEqualTo(made.number(category.id().value()));
    }
    assertThat(names(derived)).isEqualTo(names(made));
    for (int place = 0; place < catalog.size(); place++) {
      assertThat(derived.card(place)).isEqualTo(made.card(place));
    }
  }
}
