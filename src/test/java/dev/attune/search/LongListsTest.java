package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.Availability;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.platform.money.Money;
import dev.attune.search.listing.Facet;
import dev.attune.search.listing.FacetCount;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.ProductSort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists that are too long to be counted row by row. */
class LongListsTest {
  private static final int SIZE = 6_000;
  private static final SearchIndex INDEX = SearchIndex.of(shop());

  private static CatalogSnapshot shop() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < SIZE; i++) {
      shop.product("long" + i, "Lamp " + i)
          .in("Light > " + kind(i))
          .brand(brand(i))
          .price(price(i) + ".00")
          .with("colour", colour(i))
          .add();
    }
    return shop.snapshot("1");
  }

  private static String kind(int i) {
    return "Kind" + i % 5;
  }

  private static String brand(int i) {
    return "Brand" + i % 30;
  }

  private static String colour(int i) {
    return i % 4 == 0 ? "Red" : "Blue";
  }

  private static int price(int i) {
    return 1 + i % 90;
  }

  private static SearchResult lamps(Filter... filters) {
    return INDEX.search(
        new SearchRequest("lamp", List.of(filters), ProductSort.PRICE_DESC, 0, 50), id -> 0);
  }

  private static Map<String, Integer> counts(SearchResult result, String field) {
    return result.facets().stream()
        .filter(facet -> facet.field().equals(field))
        .map(Facet::values)
        .flatMap(List::stream)
        .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
  }

  private static Map<String, Integer> counted(IntPredicate which, IntFunction<String> value) {
    Map<String, Integer> counts = new TreeMap<>();
    IntStream.range(0, SIZE)
        .filter(which)
        .forEach(i -> counts.merge(value.apply(i), 1, Integer::sum));
    return counts;
  }

  @Test
  void areCountedExactlyFieldByField() {
    SearchResult all = lamps();
    assertThat(all.totalCount()).isEqualTo(SIZE);
    assertThat(counts(all, "brand")).isEqualTo(counted(i -> true, LongListsTest::brand));
    assertThat(counts(all, "colour")).isEqualTo(counted(i -> true, LongListsTest::colour));
    assertThat(counts(all, "price").get("50-100")).isEqualTo(countOf(i -> price(i) >= 50));
  }

  @Test
  void areCountedWithoutAFieldsOwnFilter() {
    SearchResult some = lamps(Filter.in("colour", "blue"), Filter.in("price", "10-50"));
    IntPredicate priced = i -> price(i) >= 10 && price(i) < 50;
    IntPredicate blue = i -> i % 4 != 0;
    assertThat(some.totalCount()).isEqualTo(countOf(priced.and(blue)));
    assertThat(counts(some, "colour")).isEqualTo(counted(priced, LongListsTest::colour));
    assertThat(counts(some, "brand")).isEqualTo(counted(priced.and(blue), LongListsTest::brand));
    assertThat(counts(some, "price").get("5-10"))
        .isEqualTo(countOf(blue.and(i -> price(i) >= 5 && price(i) < 10)));
  }

  private static int countOf(IntPredicate which) {
    return (int) IntStream.range(0, SIZE).filter(which).count();
  }

  @Test
  void beginWithTheDearest() {
    assertThat(lamps().hits())
        .extracting(hit -> price(Integer.parseInt(hit.product().value().substring(4))))
        .containsOnly(90);
  }

  private static final List<String> COLOURS = List.of("Red", "Blue", "Green");
  private static final List<String> SIZES = List.of("S", "M", "L");
  private static final SearchIndex WARDROBE = SearchIndex.of(wardrobe());

  /** Coats of one to four variants, some of up to 50, every fifth of which is sold out. */
  private static CatalogSnapshot wardrobe() {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < SIZE; i++) {
      shop.product("coat" + i, "Coat " + i).in("Coats").brand(brand(i)).add();
    }
    CatalogSnapshot plain = shop.snapshot("1");
    Random random = new Random(7);
    List<Product> coats =
        plain.products().stream()
            .map(
                coat ->
                    coat.with(
                        IntStream.range(0, 1 + random.nextInt(random.nextInt(200) == 0 ? 50 : 4))
                            .mapToObj(n -> variant(coat.id().value() + "-" + n, random))
                            .toList()))
            .toList();
    return new CatalogSnapshot("1", coats, plain.categories());
  }

  private static Variant variant(String id, Random random) {
    Money price =
        Money.of(new BigDecimal(random.nextInt(5) * 20 + 15 + ".00"), Currency.getInstance("USD"));
    Map<String, String> options =
        Map.of(
            "colour", COLOURS.get(random.nextInt(3)),
            "size", SIZES.get(random.nextInt(3)),
            "fit", "Fit " + random.nextInt(30));
    Availability stock = random.nextInt(5) == 0 ? Availability.OUT_OF_STOCK : Availability.IN_STOCK;
    return new Variant(id, id, id, price, null, null, null, stock, options, null, null);
  }

  private static SearchResult coats(String query, List<Filter> filters) {
    return WARDROBE.search(new SearchRequest(query, filters, ProductSort.PRICE_ASC, 0, 1), id -> 0);
  }

  @Test
  void countEveryValueAsOftenAsChoosingItFinds() {
    Filter blue = Filter.in("colour", "blue");
    Filter medium = Filter.in("size", "m", "s");
    Filter dear = Filter.in("price", "50-100");
    Filter inStock = Filter.in("available", "true");
    Filter brand = Filter.in("brand", "Brand3");
    for (String query : List.of("coat", "coat under 60")) {
      for (List<Filter> filters :
          List.of(
              List.<Filter>of(),
              List.of(blue),
              List.of(inStock),
              List.of(dear, Filter.in("available", "false")),
              List.of(blue, medium),
              List.of(Filter.in("fit", "fit 7", "fit 8")),
              List.of(blue, dear, inStock),
              List.of(brand, medium, dear))) {
        assertCountsAsFound(query, filters);
      }
    }
  }

  private static void assertCountsAsFound(String query, List<Filter> filters) {
    for (Facet facet : coats(query, filters).facets()) {
      for (FacetCount value : facet.values()) {
        List<Filter> chosen = new ArrayList<>(filters);
        chosen.removeIf(filter -> filter.field().equals(facet.field()));
        chosen.add(Filter.in(facet.field(), value.value()));
        assertThat(coats(query, chosen).totalCount())
            .as("%s %s %s", query, facet.field(), chosen)
            .isEqualTo(value.count());
      }
    }
  }

  @Test
  void followVariantsThatChange() {
    CatalogSnapshot shop = wardrobe();
    Random random = new Random(11);
    List<Product> changed =
        shop.products().stream()
            .filter(any -> random.nextInt(9) == 0)
            .map(coat -> coat.with(changed(coat.variants(), random)))
            .toList();
    CatalogSnapshot offers = shop.with("2", changed);
    assertFoundAlike(WARDROBE.at(offers), SearchIndex.of(offers));

    Product coat = offers.at(5);
    List<Variant> more = new ArrayList<>(coat.variants());
    more.add(variant("one-more", random));
    CatalogSnapshot longer = offers.with("3", List.of(coat.with(more)));
    assertFoundAlike(WARDROBE.at(offers).at(longer), SearchIndex.of(longer));
  }

  /** At another price, in stock or not, as what they were. */
  private static List<Variant> changed(List<Variant> variants, Random random) {
    return variants.stream()
        .map(
            before -> {
              Variant now = variant(before.id(), random);
              return new Variant(
                  now.id(),
                  now.id(),
                  now.id(),
                  now.price(),
                  null,
                  null,
                  null,
                  now.availability(),
                  before.options(),
                  null,
                  null);
            })
        .toList();
  }

  private static void assertFoundAlike(SearchIndex one, SearchIndex other) {
    for (List<Filter> filters :
        List.of(
            List.of(Filter.in("available", "true")),
            List.of(Filter.in("colour", "blue"), Filter.in("size", "m")),
            List.of(Filter.in("fit", "fit 7"), Filter.in("size", "m")),
            List.of(Filter.in("colour", "blue"), Filter.in("price", "50-100")),
            List.of(Filter.between("price", new BigDecimal("30"), new BigDecimal("60"))))) {
      SearchRequest coats = new SearchRequest("coat", filters, ProductSort.PRICE_ASC, 0, 50);
      assertThat(one.search(coats, id -> 0)).isEqualTo(other.search(coats, id -> 0));
    }
  }

  @Test
  void findWhatOneAndTheSameVariantIs() {
    List<Filter> filters =
        List.of(
            Filter.in("colour", "blue"),
            Filter.in("size", "m", "s"),
            Filter.between("price", new BigDecimal("30"), new BigDecimal("60")),
            Filter.in("available", "true"));
    long fit =
        wardrobe().products().stream()
            .filter(coat -> coat.variants().stream().anyMatch(LongListsTest::isWanted))
            .count();
    assertThat(coats("", filters).totalCount()).isEqualTo((int) fit).isPositive();
  }

  private static boolean isWanted(Variant variant) {
    double price = variant.price() == null ? 0 : variant.price().minor() / 100.0;
    return "Blue".equals(variant.options().get("colour"))
        && !"L".equals(variant.options().get("size"))
        && price >= 30
        && price <= 60
        && variant.forSale();
  }
}
