package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.search.listing.Facet;
import dev.attune.search.listing.FacetCount;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.ProductSort;
import java.util.List;
import java.util.Map;
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
}
