package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogChanged;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.search.column.Demand;
import dev.attune.search.listing.Facet;
import dev.attune.search.listing.FacetCount;
import dev.attune.search.listing.Filter;
import dev.attune.search.listing.Hit;
import dev.attune.search.listing.ProductSort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchUpdatesTest {
  private static final CatalogSnapshot SHOP = shop("20.00", "Wireless Mouse").snapshot("1");

  @TempDir Path directory;

  private static SampleCatalog shop(String price, String title) {
    return new SampleCatalog()
        .product("m1", title)
        .in("Office > Mice")
        .price(price)
        .add()
        .product("m2", "Gaming Mouse")
        .in("Office > Mice")
        .price("60.00")
        .add()
        .product("k1", "Keyboard")
        .in("Office > Keyboards")
        .price("45.00")
        .add();
  }

  private static Product first(SampleCatalog shop) {
    return shop.snapshot("any").at(0);
  }

  private SearchIndexes onDisk() {
    return new SearchIndexes(Runnable::run, directory, Clock.systemUTC());
  }

  private static List<String> found(SearchIndex index, String query, Filter... filters) {
    SearchRequest request =
        new SearchRequest(query, List.of(filters), ProductSort.RELEVANCE, 0, 10);
    return index.search(request, id -> 0).hits().stream()
        .map(Hit::product)
        .map(ProductId::value)
        .sorted()
        .toList();
  }

  @Test
  void servesANewPriceWithoutTouchingTheOldIndex() {
    SearchIndex before = SearchIndex.of(SHOP);
    CatalogSnapshot cheaper = SHOP.with("2", List.of(first(shop("9.00", "Wireless Mouse"))));
    SearchIndex after = before.at(cheaper);
    Filter under10 = Filter.in("price", "5-10");
    assertThat(found(after, "mouse", under10)).containsExactly("m1");
    assertThat(found(before, "mouse", under10)).isEmpty();
    assertThat(after.version()).isEqualTo("2");
  }

  @Test
  void hidesWhatLosesItsPriceAndFindsWhatGetsOne() {
    SearchIndex none =
        SearchIndex.of(SHOP).at(SHOP.with("2", List.of(first(shop(null, "Wireless Mouse")))));
    assertThat(found(none, "wireless")).isEmpty();
    CatalogSnapshot priced = shop(null, "Wireless Mouse").snapshot("1");
    SearchIndex again =
        SearchIndex.of(priced).at(priced.with("2", List.of(first(shop("1.00", "Wireless Mouse")))));
    assertThat(found(again, "wireless")).containsExactly("m1");
  }

  @Test
  void findsANewTitleANewProductAndNoneThatIsGone() {
    SearchIndex before = SearchIndex.of(SHOP);
    CatalogSnapshot renamed = SHOP.with("2", List.of(first(shop("20.00", "Trackball"))));
    SearchIndex after = before.at(renamed);
    assertThat(found(after, "trackball")).containsExactly("m1");
    assertThat(found(after, "mouse")).containsExactly("m2");
    assertThat(found(before, "mouse")).containsExactly("m1", "m2");
    SampleCatalog more =
        new SampleCatalog().product("n1", "Trackball Pad").in("Office > Mice").add();
    CatalogSnapshot other =
        renamed.with(
            "3",
            List.of(more.snapshot("any").at(0)),
            List.of(new ProductId("m2")),
            SHOP.categories());
    SearchIndex last = after.at(other);
    assertThat(found(last, "trackball")).containsExactly("m1", "n1");
    assertThat(found(last, "mouse")).isEmpty();
    assertThat(found(last, "keyboard")).containsExactly("k1");
    assertThat(last.suggester().suggest("tra", 5, id -> 0))
        .extracting(Suggestion::id)
        .containsExactly("m1", "n1");
  }

  @Test
  void findsCompoundsWhenTheirWordsComeLater() {
    CatalogSnapshot shelf =
        new SampleCatalog().product("ks", "K\u00fchlschrankregal").add().snapshot("1@DE/EUR/de");
    CatalogSnapshot all =
        new SampleCatalog()
            .product("ks", "K\u00fchlschrankregal")
            .add()
            .product("k", "K\u00fchlschrank")
            .add()
            .product("s", "Regal")
            .add()
            .snapshot("2@DE/EUR/de");
    SearchIndexes first = onDisk();
    first.forCatalog(german(shelf));
    SearchIndex grown = first.forCatalog(german(all));
    assertThat(found(grown, "regal")).containsExactly("ks", "s");
    assertThat(found(grown, "k\u00fchlschrank")).containsExactly("k", "ks");
    first.close();
    SearchIndexes second = onDisk();
    assertThat(found(second.forCatalog(german(all)), "regal")).containsExactly("ks", "s");
    assertThat(found(second.forCatalog(german(all)), "k\u00fchlschrank"))
        .containsExactly("k", "ks");
    second.close();
  }

  private static CatalogSnapshot german(CatalogSnapshot shop) {
    return new CatalogSnapshot(shop.version(), shop.products(), shop.categories(), Locale.GERMAN);
  }

  @Test
  void putsProductsInTheOrderOfDemandBeforeSomebodyAsks() {
    AtomicInteger reads = new AtomicInteger();
    Demand old = Demand.of("old", id -> reads.incrementAndGet());
    Demand next = Demand.of("next", id -> -reads.incrementAndGet());
    SearchIndexes indexes = new SearchIndexes(Runnable::run);
    indexes.follow(old);
    indexes.rebuild(SHOP);
    assertThat(reads).as("made with the first index").hasValue(3);
    assertThat(mostWanted(indexes, old)).containsExactly("k1", "m2", "m1");

    indexes.follow(next);
    assertThat(reads).as("made before models are in use").hasValue(6);
    assertThat(mostWanted(indexes, old)).containsExactly("k1", "m2", "m1");
    assertThat(mostWanted(indexes, next)).containsExactly("m1", "m2", "k1");
    indexes.follow(old);
    assertThat(reads).as("still known").hasValue(6);
    indexes.follow(Demand.of("third", id -> 0));
    indexes.follow(old);
    assertThat(reads).as("known longest, as the one in use").hasValue(6);

    indexes.follow(next);
    indexes.rebuild(SHOP.with("2", List.of(), List.of(new ProductId("m1")), SHOP.categories()));
    assertThat(reads).as("made again for other places").hasValue(11);
    assertThat(mostWanted(indexes, next)).containsExactly("m2", "k1");
    assertThat(reads).hasValue(11);
  }

  private static List<String> mostWanted(SearchIndexes indexes, Demand demand) {
    SearchRequest all = new SearchRequest("", List.of(), ProductSort.BESTSELLING, 0, 10);
    return indexes.current().search(all, demand).hits().stream()
        .map(hit -> hit.product().value())
        .toList();
  }

  @Test
  void followsAVersionThatDoesNotSayWhatChanged() {
    CatalogSnapshot loaded = shop("20.00", "Trackball").snapshot("2");
    assertThat(found(SearchIndex.of(SHOP).at(loaded), "trackball")).containsExactly("m1");
  }

  @Test
  void opensTheIndexOfTheLastProcessAndWritesOnlyWhatDiffers() throws IOException {
    SearchIndexes first = onDisk();
    first.forCatalog(SHOP);
    first.close();
    List<Path> written = files();
    SearchIndexes second = onDisk();
    assertThat(found(second.forCatalog(SHOP), "mouse")).containsExactly("m1", "m2");
    assertThat(files()).containsAll(written);
    second.close();
    SearchIndexes third = onDisk();
    CatalogSnapshot renamed = shop("20.00", "Trackball").snapshot("7");
    assertThat(found(third.forCatalog(renamed), "trackball")).containsExactly("m1");
    assertThat(found(third.forCatalog(renamed), "mouse")).containsExactly("m2");
    third.close();
  }

  @Test
  void findsTheRightProductsWhenTheyStandInAnotherOrder() {
    SearchIndexes first = onDisk();
    first.forCatalog(SHOP);
    first.close();
    CatalogSnapshot turned =
        new CatalogSnapshot("2", List.of(SHOP.at(1), SHOP.at(2), SHOP.at(0)), SHOP.categories());
    SearchIndexes second = onDisk();
    assertThat(found(second.forCatalog(turned), "wireless")).containsExactly("m1");
    assertThat(found(second.forCatalog(turned), "gaming")).containsExactly("m2");
    assertThat(found(second.forCatalog(turned), "keyboard")).containsExactly("k1");
    second.close();
  }

  @Test
  void discardsADamagedIndexAndBuildsAnother() throws IOException {
    SearchIndexes first = onDisk();
    first.forCatalog(SHOP);
    first.close();
    for (Path file : files()) {
      if (!file.endsWith("write.lock")) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
      }
    }
    SearchIndexes second = onDisk();
    assertThat(found(second.forCatalog(SHOP), "mouse")).containsExactly("m1", "m2");
    second.close();
  }

  @Test
  void sharesADirectoryWithAnotherReplica() {
    SearchIndexes first = onDisk();
    SearchIndexes second = onDisk();
    assertThat(found(first.forCatalog(SHOP), "mouse")).hasSize(2);
    assertThat(found(second.forCatalog(SHOP), "mouse")).hasSize(2);
    first.close();
    second.close();
  }

  @Test
  void keepsAnIndexForEveryMarketSideBySide() {
    SearchIndexes indexes = onDisk();
    CatalogSnapshot german = shop("20.00", "Funkmaus").snapshot("1@DE/EUR/de-DE");
    assertThat(german.view()).isEqualTo("DE/EUR/de-DE");
    assertThat(found(indexes.forCatalog(SHOP), "wireless")).containsExactly("m1");
    assertThat(found(indexes.forCatalog(german), "funkmaus")).containsExactly("m1");
    assertThat(indexes.forCatalog(SHOP).version()).isEqualTo("1");
    indexes.close();
  }

  @Test
  void isThereWithASmallChangeAlsoWhereTheVersionDoesNotSayWhatChanged() {
    List<Runnable> later = new ArrayList<>();
    SearchIndexes indexes = new SearchIndexes(later::add);
    indexes.rebuild(many("Pen").snapshot("1"));

    indexes.follow(
        new CatalogChanged(many("Pen").product("p-new", "Quill").add().snapshot("2"), true));
    assertThat(found(indexes.current(), "quill")).containsExactly("p-new");

    indexes.follow(new CatalogChanged(many("Pencil").snapshot("3"), true));
    assertThat(indexes.current().version()).isEqualTo("2");
    later.forEach(Runnable::run);
    assertThat(found(indexes.current(), "quill")).isEmpty();
    assertThat(indexes.current().version()).isEqualTo("3");
  }

  @Test
  void aSmallChangeBehindALargeOneKeepsNobodyWaitingForTheLargeOne() {
    List<Runnable> later = new ArrayList<>();
    SearchIndexes indexes = new SearchIndexes(later::add);
    CatalogSnapshot first = many("Pen").snapshot("1");
    indexes.rebuild(first);
    CatalogSnapshot large = first.with("2", many("Pencil").snapshot("2").products());
    CatalogSnapshot small = large.with("3", large.products().subList(0, 1));
    indexes.follow(new CatalogChanged(large, true));
    indexes.follow(new CatalogChanged(small, true));
    assertThat(indexes.current().version()).isEqualTo("1");
    assertThat(later).hasSize(1);
    later.forEach(Runnable::run);
    assertThat(indexes.current().version()).isEqualTo("3");
    assertThat(found(indexes.current(), "pencil")).isNotEmpty();
  }

  @Test
  void followsASmallChangeBeforeItAnswersAlsoInAMarketThatNobodyToldOfIt() {
    List<Runnable> later = new ArrayList<>();
    SearchIndexes indexes = new SearchIndexes(later::add);
    indexes.forCatalog(many("Stift").snapshot("1@DE/EUR/de"));
    CatalogSnapshot next = many("Stift").product("p-new", "Feder").add().snapshot("2@DE/EUR/de");
    assertThat(indexes.has(next)).isFalse();
    assertThat(found(indexes.forCatalog(next), "feder")).containsExactly("p-new");
    assertThat(indexes.has(next)).isTrue();
    assertThat(later).isEmpty();
  }

  @Test
  void showsNoOldPriceAndNothingThatIsGoneWhileTheNextIndexIsBeingMade() {
    List<Runnable> later = new ArrayList<>();
    SearchIndexes indexes = new SearchIndexes(later::add);
    for (String view : List.of("", "@DE/EUR/de")) {
      CatalogSnapshot before = priced(0, "10.00").snapshot("1" + view);
      indexes.forCatalog(before);
      SampleCatalog dearer = priced(20, "30.00").product("n", "Pen Refill").price("12.00").add();
      dearer.product("last", "Pen Last").price("20.00").soldOut().add();
      CatalogSnapshot after = dearer.snapshot("2" + view);
      SearchIndex meanwhile = indexes.forCatalog(after);

      assertThat(meanwhile.version()).isEqualTo("1" + view);
      assertThat(indexes.has(after)).isTrue();
      assertThat(indexes.forCatalog(after)).isSameAs(meanwhile);
      assertThat(found(meanwhile, "pen", Filter.in("price", "10-25"))).containsExactly("last");
      assertThat(found(meanwhile, "pen", Filter.in("available", "false"))).containsExactly("last");
      assertThat(found(meanwhile, "10")).isEmpty();
      SearchRequest cheapest = new SearchRequest("pen", List.of(), ProductSort.PRICE_ASC, 0, 2_000);
      SearchResult all = meanwhile.search(cheapest, id -> 0);
      assertThat(all.totalCount()).isEqualTo(1_182);
      assertThat(all.hits().get(0).product().value()).isEqualTo("last");
      assertThat(values(all.facets(), "price")).containsExactly("10-25=1", "25-50=1181");

      SearchIndex now = indexes.forCatalog(priced(20, "31.00").snapshot("3" + view));
      assertThat(found(now, "pen", Filter.in("price", "10-25"))).isEmpty();
      assertThat(indexes.forCatalog(after)).isSameAs(now);
      later.forEach(Runnable::run);
      later.clear();
      assertThat(indexes.forCatalog(after).version()).isEqualTo("3" + view);
    }
  }

  private static List<String> values(List<Facet> facets, String field) {
    return facets.stream()
        .filter(facet -> facet.field().equals(field))
        .flatMap(facet -> facet.values().stream())
        .map(value -> value.value() + "=" + value.count())
        .toList();
  }

  private static SampleCatalog priced(int from, String price) {
    SampleCatalog shop = new SampleCatalog();
    for (int i = from; i < 1_201; i++) {
      shop.product("p" + i, "Pen " + i).price(price).add();
    }
    return from > 0 ? shop : shop.product("last", "Pen Last").price(price).add();
  }

  private static SampleCatalog many(String title) {
    SampleCatalog shop = new SampleCatalog();
    for (int i = 0; i < 1_001; i++) {
      shop.product("p" + i, title + " " + i).add();
    }
    return shop;
  }

  @Test
  void isNotBroughtBackByARequestThatBeganBeforeTheSwap() {
    SearchIndexes indexes = new SearchIndexes(Runnable::run);
    indexes.forCatalog(SHOP);
    CatalogSnapshot next = SHOP.with("2", List.of());
    indexes.forCatalog(next);
    assertThat(indexes.forCatalog(SHOP).version()).isEqualTo("2");
  }

  @Test
  void isNotBroughtBackByAWorkerThatBeginsAfterTheSwap() {
    List<Runnable> later = new ArrayList<>();
    SearchIndexes indexes = new SearchIndexes(later::add);
    indexes.forCatalog(SHOP);
    indexes.forCatalog(many("Pen").snapshot("2"));
    indexes.rebuild(SHOP.with("3", List.of()));
    assertThat(later).hasSize(1);
    later.forEach(Runnable::run);
    assertThat(indexes.current().version()).isEqualTo("3");
  }

  @Test
  void isNotBroughtBackFromBeforeAPriceThatChangedByTheClock() {
    SearchIndexes indexes = new SearchIndexes(Runnable::run);
    for (String version : List.of("2", "2.1700000000", "2", "2.1600000000")) {
      indexes.rebuild(SHOP.with(version, List.of()));
    }
    assertThat(indexes.current().version()).isEqualTo("2.1700000000");
    indexes.rebuild(SHOP.with("3", List.of()));
    assertThat(indexes.current().version()).isEqualTo("3");
  }

  @Test
  void countsPricesAndStock() {
    SearchResult result =
        SearchIndex.of(SHOP)
            .search(new SearchRequest("", List.of(), ProductSort.RELEVANCE, 0, 10), id -> 0);
    assertThat(result.facets().stream().filter(it -> it.field().equals("price")))
        .extracting(Facet::values)
        .containsExactly(
            List.of(
                new FacetCount("10-25", "10-25", 1, false),
                new FacetCount("25-50", "25-50", 1, false),
                new FacetCount("50-100", "50-100", 1, false)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
