package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.platform.error.AttuneException;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.Facet;
import dev.attune.search.listing.FacetCount;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Hit;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.listing.Wish;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchIndexTest {
  private static final CatalogSnapshot SHOP =
      new SampleCatalog()
          .product("m1", "Wireless Mouse")
          .in("Office > Mice")
          .brand("Clix")
          .price("20.00")
          .with("colour", "Black")
          .with("dpi", "800 dpi")
          .add()
          .product("m2", "Gaming Mouse")
          .in("Office > Mice")
          .brand("Zed")
          .price("60.00")
          .with("colour", "Red")
          .with("dpi", "1600 dpi")
          .addedAt(Instant.parse("2026-05-01T00:00:00Z"))
          .add()
          .product("p1", "Mouse Pad")
          .in("Office > Pads")
          .brand("Zed")
          .price("8.00")
          .with("colour", "Black")
          .text("For every wireless mouse")
          .soldOut()
          .add()
          .product("k1", "Café Keyboard")
          .in("Office > Keyboards")
          .brand("Clix")
          .price("45.00")
          .with("colour", "Red")
          .add()
          .product("x1", "Mouse Without Price")
          .in("Office > Mice")
          .price(null)
          .add()
          .snapshot("1");
  private static final SearchIndex INDEX = SearchIndex.of(SHOP);

  private static SearchResult search(String query, ProductSort sort, Filter... filters) {
    return INDEX.search(
        new SearchRequest(query, List.of(filters), sort, 0, 10), SearchIndexTest::demand);
  }

  private static double demand(ProductId id) {
    return Map.of("p1", 9.0, "m2", 5.0).getOrDefault(id.value(), 0.0);
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.product().value()).toList();
  }

  private static List<String> found(String query, Filter... filters) {
    return ids(search(query, ProductSort.RELEVANCE, filters).hits());
  }

  @Test
  void findsByStemWithoutAccentsAndNeverWithoutAPrice() {
    assertThat(found("mouse")).containsExactlyInAnyOrder("m1", "m2", "p1");
    assertThat(found("cafe keyboards")).containsExactly("k1");
  }

  @Test
  void wantsAllWordsFirstAndSaysWhenAPartWasEnough() {
    assertThat(search("wireless mouse", ProductSort.RELEVANCE).relaxed()).isFalse();
    assertThat(found("wireless mouse")).startsWith("m1", "p1");
    assertThat(ids(search("wireless mouse", ProductSort.PRICE_ASC).hits()))
        .as("by price, what has both words, then the other one")
        .containsExactly("p1", "m1", "m2");
    assertThat(ids(search("clix mouse", ProductSort.PRICE_DESC).hits()))
        .containsExactly("m1", "k1");
    for (String query : List.of("wireless mouse", "gaming keyboard", "wirless mouse", "mouse")) {
      int found = search(query, ProductSort.RELEVANCE).totalCount();
      for (ProductSort sort : ProductSort.values()) {
        assertThat(search(query, sort).totalCount()).as(query + " " + sort).isEqualTo(found);
        assertThat(search(query, sort).facets())
            .isEqualTo(search(query, ProductSort.RELEVANCE).facets());
      }
    }
    SearchResult relaxed = search("wireless keyboard", ProductSort.RELEVANCE);
    assertThat(relaxed.relaxed()).isTrue();
    assertThat(ids(relaxed.hits())).contains("k1", "m1");
  }

  @Test
  void correctsASpellingThatFindsNothing() {
    SearchResult result = search("wirless mouse", ProductSort.RELEVANCE);
    assertThat(result.corrected()).isEqualTo("wireless mouse");
    assertThat(ids(result.hits())).startsWith("m1");
    assertThat(search("keyb", ProductSort.RELEVANCE).corrected()).isEqualTo("keyboard");
    assertThat(search("qqqqqq", ProductSort.RELEVANCE).hits()).isEmpty();
  }

  @Test
  void narrowsByEveryKindOfField() {
    assertThat(found("", Filter.in("category", "office-mice"))).containsExactly("m1", "m2");
    assertThat(found("", Filter.in("category", "gid://attune/Category/office-mice")))
        .containsExactly("m1", "m2");
    assertThat(found("", Filter.in("brand", "CLIX"), Filter.in("colour", "red")))
        .containsExactly("k1");
    assertThat(found("", Filter.between("price", new BigDecimal("20"), new BigDecimal("45.00"))))
        .containsExactly("m1", "k1");
    assertThat(found("", Filter.in("available", "false"))).containsExactly("p1");
    assertThat(found("", Filter.between("dpi", new BigDecimal("1000"), null)))
        .containsExactly("m2");
  }

  @Test
  void namesTheFilterThatMakesNoSense() {
    assertThat(rejected(Filter.in("brand", "Zed"), Filter.in("colur", "red")))
        .isEqualTo("filters[1].field");
    assertThat(rejected(Filter.between("price", BigDecimal.TEN, BigDecimal.ONE)))
        .isEqualTo("filters[0].min");
    assertThat(rejected(Filter.in("brand"))).isEqualTo("filters[0]");
    assertThat(rejected(Filter.in("price", "5"))).isEqualTo("filters[0].in");
    assertThat(rejected(Filter.in("available", "true", "maybe"))).isEqualTo("filters[0].in");
    for (String field : List.of("colour", "available", "brand", "category")) {
      assertThat(rejected(Filter.between(field, BigDecimal.ONE, BigDecimal.TEN)))
          .as(field)
          .isEqualTo("filters[0].min");
      assertThat(rejected(Filter.between(field, null, BigDecimal.TEN)))
          .as(field)
          .isEqualTo("filters[0].max");
    }
    assertThat(found("mouse", Filter.in("colour", "Purple"))).as("may have gone since").isEmpty();
    assertThat(found("mouse", Filter.in("available", " TRUE "))).isNotEmpty();
  }

  private static String rejected(Filter... filters) {
    AttuneException refused =
        catchThrowableOfType(AttuneException.class, () -> found("mouse", filters));
    return String.valueOf(refused.rejection().field());
  }

  @Test
  void countsFacetsWithoutTheirOwnFilter() {
    List<Facet> facets =
        search("mouse", ProductSort.RELEVANCE, Filter.in("colour", "Black")).facets();
    assertThat(values(facets, "colour"))
        .containsExactly(
            new FacetCount("Black", "Black", 2, true), new FacetCount("Red", "Red", 1, false));
    assertThat(values(facets, "brand"))
        .containsExactly(
            new FacetCount("Clix", "Clix", 1, false), new FacetCount("Zed", "Zed", 1, false));
  }

  @Test
  void callsAValueAsItIsMostlyWritten() {
    SampleCatalog shop = new SampleCatalog();
    List<String> blacks = List.of("black", "BLACK", "Black", "Black", "black", "Black");
    for (int i = 0; i < blacks.size(); i++) {
      String brand = i % 3 == 0 ? "DELL" : "Dell";
      shop.product("p" + i, "Pen").brand(brand).with("colour", blacks.get(i)).add();
    }
    shop.product("r", "Pen").brand("Zed").with("colour", "red").add();
    List<Facet> facets =
        SearchIndex.of(shop.snapshot("s")).search(SearchRequest.of("", 9), id -> 0).facets();
    assertThat(values(facets, "colour"))
        .containsExactly(
            new FacetCount("Black", "Black", 6, false), new FacetCount("red", "red", 1, false));
    assertThat(values(facets, "brand"))
        .containsExactly(
            new FacetCount("Dell", "Dell", 6, false), new FacetCount("Zed", "Zed", 1, false));
  }

  private static List<FacetCount> values(List<Facet> facets, String field) {
    return facets.stream()
        .filter(facet -> facet.field().equals(field))
        .flatMap(facet -> facet.values().stream())
        .toList();
  }

  @Test
  void sortsByPriceAgeAndDemand() {
    assertThat(ids(search("", ProductSort.PRICE_ASC).hits()))
        .containsExactly("p1", "m1", "k1", "m2");
    assertThat(ids(search("", ProductSort.PRICE_DESC).hits())).startsWith("m2", "k1");
    assertThat(ids(search("", ProductSort.NEWEST).hits())).containsExactly("m2", "k1", "m1", "p1");
    assertThat(ids(search("", ProductSort.BESTSELLING).hits())).startsWith("p1", "m2");
  }

  @Test
  void understandsPriceLimitsAndNamesButNotSizes() {
    SearchResult cheap = search("mouse under $50", ProductSort.RELEVANCE);
    assertThat(ids(cheap.hits())).containsExactly("m1", "p1");
    assertThat(cheap.understood().get(0).filter())
        .isEqualTo(Filter.between("price", null, new BigDecimal("50")));
    assertThat(found("between 40 and 50 dollars")).containsExactly("k1");
    assertThat(found("zed mouse")).doesNotContain("m1");
    assertThat(found("red mouse")).startsWith("m2");
    assertThat(search("monitor under 24 inch", ProductSort.RELEVANCE).understood()).isEmpty();
  }

  @Test
  void keepsABrandInTheQueryWhenFewResultsAreFollowedByOthers() {
    assertThat(found("zed mouse")).containsExactlyInAnyOrder("m2", "p1");
  }

  @Test
  void leavesOutWhatAMinusSaysIsNotWanted() {
    assertThat(found("mouse -zed")).containsExactly("m1");
    assertThat(found("mouse -gaming -pads")).containsExactly("m1");
    assertThat(found("mouse -red")).containsExactlyInAnyOrder("m1", "p1");
    assertThat(found("-pad mouse under 50")).containsExactly("m1");
    assertThat(found("under 50 -clix")).containsExactly("p1");
    assertThat(found("wirless mouse -pad")).containsExactly("m1", "m2");
    SearchResult result = search("mouse -zed", ProductSort.PRICE_ASC);
    assertThat(result.excluded()).containsExactly("zed");
    assertThat(result.corrected()).isNull();
    assertThat(result.understood()).extracting(Understood::from).doesNotContain("zed");
    assertThat(search("mouse -wireless", ProductSort.RELEVANCE).hits())
        .as("the pad is for one, but none itself")
        .extracting(hit -> hit.product().value())
        .contains("p1")
        .doesNotContain("m1");
    assertThat(found("mouse -mouse")).isEmpty();
    for (String query : List.of("mouse - pad", "mouse -", "-mouse", "mouse-pad", "mouse -1", "-")) {
      assertThat(search(query, ProductSort.RELEVANCE).excluded()).as(query).isEmpty();
    }
    assertThat(found("-zed")).containsExactlyInAnyOrder("m2", "p1");
  }

  @Test
  void completesByWhatOthersSearched() {
    List<String> popular = List.of("gaming mouse", "mouse", "wireless mouse", "desk", "mouse mat");
    assertThat(INDEX.suggester().suggest("mou", 4, popular, SearchIndexTest::demand))
        .extracting(Suggestion::text)
        .containsExactly("gaming mouse", "mouse", "Mouse Pad", "Gaming Mouse");
    assertThat(INDEX.suggester().suggest("desk", 4, popular, SearchIndexTest::demand)).isEmpty();
    assertThat(INDEX.suggester().suggest("", 4, popular, SearchIndexTest::demand)).isEmpty();
  }

  @Test
  void completesWhatIsMistyped() {
    for (String typed : List.of("keybaor", "kebo", "keyxbo", "wirless keyb")) {
      boolean several = typed.contains(" ");
      assertThat(INDEX.suggest(typed, 4, List.of(), SearchIndexTest::demand))
          .as(typed)
          .extracting(Suggestion::text)
          .isEqualTo(several ? List.of() : List.of("Keyboards", "Caf\u00e9 Keyboard"));
    }
    assertThat(INDEX.suggest("gamign muo", 4, List.of(), SearchIndexTest::demand)).isEmpty();
    for (String typed : List.of("gamign mou", "gaming moues")) {
      assertThat(INDEX.suggest(typed, 4, List.of(), SearchIndexTest::demand))
          .as(typed)
          .extracting(Suggestion::id)
          .containsExactly("m2");
    }
    assertThat(INDEX.suggest("a".repeat(10_000), 4, List.of(), SearchIndexTest::demand)).isEmpty();
  }

  @Test
  void pagesAnExplicitListInItsOwnOrder() {
    List<ProductId> own =
        List.of("k1", "x1", "gone", "m2", "m1").stream().map(ProductId::new).toList();
    var page = INDEX.listing().page(own, new Wish(List.of(), ProductSort.FEATURED, 1, 1), id -> 0);
    assertThat(ids(page.hits())).containsExactly("m2");
    assertThat(page.totalCount()).isEqualTo(3);
  }

  @Test
  void suggestsFromTheStartOfAnyWord() {
    List<Suggestion> suggestions = INDEX.suggester().suggest("MOU", 3, SearchIndexTest::demand);
    assertThat(suggestions).extracting(Suggestion::id).containsExactly("p1", "m2", "m1");
    assertThat(INDEX.suggester().suggest("cafe k", 3, SearchIndexTest::demand))
        .containsExactly(new Suggestion("Café Keyboard", Suggestion.Kind.PRODUCT, "k1"));
    assertThat(INDEX.suggester().suggest("cli", 3, SearchIndexTest::demand))
        .containsExactly(new Suggestion("Clix", Suggestion.Kind.BRAND, "Clix"));
    assertThat(INDEX.suggester().suggest(" ", 3, SearchIndexTest::demand)).isEmpty();
  }

  @Test
  void suggestsWhatHasTheWholeWordFirstAndNothingTwice() {
    SampleCatalog catalog = new SampleCatalog();
    catalog.product("a", "USB Cable").in("Cables > USB Cables").brand("ACME").add();
    catalog.product("b", "Hub USB-C").in("Cables > USB C").brand("Acme").add();
    catalog.product("c", "USB C Charger").in("Cables > USB Cables").brand("Acme").add();
    catalog.product("d", "USB-C charger").in("Cables > USB Cables").add();
    SearchIndex shop = SearchIndex.of(catalog.snapshot("s"));
    Demand demand = id -> id.value().equals("a") ? 9 : id.value().equals("c") ? 5 : 0;
    assertThat(shop.suggest("usb c", 8, List.of(), demand))
        .extracting(Suggestion::text)
        .containsExactly("USB C", "USB Cables", "USB C Charger", "Hub USB-C", "USB Cable");
    assertThat(shop.suggest("c", 8, List.of(), demand))
        .as("a single letter is no word yet")
        .extracting(Suggestion::text)
        .contains("Cables", "USB Cable")
        .containsSubsequence("USB Cable", "USB C Charger");
    assertThat(shop.suggest("usbc", 8, List.of(), demand))
        .isEqualTo(shop.suggest("usb c", 8, List.of(), demand));
    assertThat(shop.suggest("acm", 8, List.of(), demand))
        .containsExactly(new Suggestion("Acme", Suggestion.Kind.BRAND, "Acme"));
  }

  @Test
  void servesTheOldIndexUntilTheNewOneIsComplete() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    SearchIndexes indexes = new SearchIndexes(waiting::add);
    assertThat(indexes.forCatalog(SHOP).version()).isEqualTo("1");
    SampleCatalog larger = new SampleCatalog();
    IntStream.range(0, 1_001).forEach(i -> larger.product("new" + i, "New " + i).add());
    CatalogSnapshot next = larger.snapshot("2");
    assertThat(indexes.has(next)).isFalse();
    assertThat(indexes.forCatalog(next).version()).isEqualTo("1");
    assertThat(indexes.forCatalog(next).version()).isEqualTo("1");
    assertThat(waiting).hasSize(1);
    assertThat(indexes.has(next)).isTrue();
    waiting.remove().run();
    assertThat(indexes.forCatalog(next).version()).isEqualTo("2");
  }

  @Test
  void keepsAPriceLimitWhenItCorrectsTheWords() {
    SearchResult result = search("mousse under 30", ProductSort.RELEVANCE);
    assertThat(result.corrected()).isEqualTo("mouse");
    assertThat(ids(result.hits())).containsExactlyInAnyOrder("m1", "p1");
    assertThat(result.understood()).extracting(Understood::from).contains("under 30");
  }

  @Test
  void findsWhatHasTheRarestWordBeforeItFindsNothing() {
    SearchResult result = search("keyboard qwx zvv wxyz", ProductSort.RELEVANCE);
    assertThat(ids(result.hits())).containsExactly("k1");
    assertThat(result.relaxed()).isTrue();
    assertThat(search("qwx zvv wxyz", ProductSort.RELEVANCE).hits()).isEmpty();
  }
}
