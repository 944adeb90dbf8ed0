package dev.attune.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.attune.SampleCatalog;
import dev.attune.catalog.compact.Assortment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogSnapshotTest {
  private static final ProductId A = new ProductId("a");
  private static final ProductId B = new ProductId("b");
  private static final CategoryId HOME = new CategoryId("home");

  private static SampleCatalog shop(String price) {
    return new SampleCatalog()
        .product("a", "Lamp")
        .in("Home > Light")
        .price(price)
        .add()
        .product("b", "Desk")
        .in("Home")
        .add();
  }

  private static final CatalogSnapshot SHOP = shop("10.00").snapshot("1");

  @Test
  void findsByIdHandleSkuAndCategory() {
    assertThat(SHOP.product(A)).get().extracting(Product::title).isEqualTo("Lamp");
    assertThat(SHOP.productByHandle("b")).get().extracting(Product::id).isEqualTo(B);
    assertThat(SHOP.productBySku("a-v")).get().extracting(Product::id).isEqualTo(A);
    assertThat(SHOP.productBySku("a-sku")).get().extracting(Product::id).isEqualTo(A);
    assertThat(SHOP.find("b-sku")).get().extracting(Product::id).isEqualTo(B);
    assertThat(SHOP.find("")).isEmpty();
    assertThat(SHOP.product(new ProductId("c"))).isEmpty();
    assertThat(SHOP.productsIn(HOME)).extracting(Product::id).containsExactly(A, B);
    assertThat(SHOP.productsIn(new CategoryId("home-light"))).hasSize(1);
    assertThat(SHOP.topCategory(A)).contains(HOME);
    assertThat(SHOP.ordinal(B)).isEqualTo(1);
  }

  @Test
  void sharesEverythingButWhatChanged() {
    Product dearer = shop("12.00").snapshot("any").at(0);
    CatalogSnapshot next = SHOP.with("2", List.of(dearer));
    assertThat(next.standsAs(SHOP)).isTrue();
    assertThat(next.at(1)).isSameAs(SHOP.at(1));
    assertThat(next.product(A)).containsSame(dearer);
    assertThat(next.productsIn(HOME)).containsExactly(dearer, SHOP.at(1));
    assertThat(SHOP.product(A)).get().isNotSameAs(dearer);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SHOP.with(
                    "2", new SampleCatalog().product("c", "New").add().snapshot("any").products()));
  }

  @Test
  void countsWhatIsAskedOfAllProducts() {
    Instant opening = Instant.parse("2026-01-01T00:00:00Z");
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < 2 * Assortment.NEWEST + 50; i++) {
      shop.product("n" + i, "N" + i)
          .in("Home > Light")
          .brand(i == 0 ? "North" : null)
          .price(i % 2 == 0 ? "10.00" : null)
          .addedAt(opening.plusSeconds(i * 7919L % 1000))
          .add();
    }
    CatalogSnapshot many = shop.snapshot("1");

    List<Product> buyable =
        many.products().stream()
            .filter(Product::forSale)
            .sorted(Comparator.comparing(Product::addedAt).reversed())
            .limit(Assortment.NEWEST)
            .toList();
    assertThat(many.assortment().newest()).hasSize(Assortment.NEWEST).isEqualTo(buyable);
    assertThat(many.assortment().pricedIn(HOME)).isEqualTo(225);
    assertThat(many.assortment().pricedIn(new CategoryId("none"))).isZero();
    assertThat(many.assortment().hasBrand("North")).isTrue();
    assertThat(many.assortment().hasBrand("South")).isFalse();
  }

  @Test
  void putsAndRemovesProductsInTheirOrder() {
    Product lamp = new SampleCatalog().product("c", "Chair").in("Home").add().snapshot("x").at(0);
    CatalogSnapshot next = SHOP.with("2", List.of(lamp), List.of(A), SHOP.categories());
    assertThat(next.products()).extracting(Product::id).containsExactly(B, lamp.id());
    assertThat(next.product(A)).isEmpty();
    assertThat(next.standsAs(SHOP)).isFalse();
  }

  @Test
  void remembersWhatChangedSinceAnEarlierVersion() {
    CatalogSnapshot two = SHOP.with("2", List.of(SHOP.at(0)));
    CatalogSnapshot three = two.with("3", List.of(SHOP.at(1)), List.of(A), SHOP.categories());
    assertThat(three.delta()).contains(new CatalogDelta("2", Set.of(B), Set.of(A)));
    assertThat(three.changesSince("1")).contains(new CatalogDelta("1", Set.of(B), Set.of(A)));
    assertThat(three.changesSince("0")).isEmpty();
    assertThat(SHOP.delta()).isEmpty();
  }

  @Test
  void knowsItsMarketByItsVersion() {
    CatalogSnapshot german = new CatalogSnapshot("17@DE/EUR/de-DE", List.of(), List.of());
    assertThat(german.view()).isEqualTo("DE/EUR/de-DE");
    assertThat(german.locale()).isEqualTo(Locale.GERMANY);
    assertThat(SHOP.view()).isEmpty();
    assertThat(SHOP.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(new CatalogSnapshot("17@1790000000", List.of(), List.of()).view()).isEmpty();
  }
}
