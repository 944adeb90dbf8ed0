package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.merchandising.Synonyms;
import dev.attune.search.listing.ProductSort;
import dev.attune.search.text.words.Units;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How words are written, in queries and in products. */
class WordsTest {
  private static final SearchIndex SHOP =
      SearchIndex.of(
          shop(
              "dv7=HP Pavilion dv7-1211ea Notebook 43.2 cm",
              "hub=USB-C Hub white",
              "disk=Internal hard drive 2 TB",
              "net=Wi-Fi Antenna",
              "bag=Carrying bag for notebook",
              "lock=Notebook lock",
              "book=Elite Notebook",
              "pad=iPad Air",
              "xr=Lamp XR-27inch"));

  private static CatalogSnapshot shop(String... products) {
    return shop(Locale.ENGLISH, products);
  }

  private static CatalogSnapshot shop(Locale locale, String... products) {
    SampleCatalog catalog = new SampleCatalog();
    for (String product : products) {
      String[] parts = product.split("=");
      catalog.product(parts[0], parts[1]).add();
    }
    CatalogSnapshot english = catalog.snapshot("words");
    return new CatalogSnapshot("words", english.products(), english.categories(), locale);
  }

  private static List<String> found(SearchIndex index, String query, Synonyms... synonyms) {
    return result(index, query, synonyms).hits().stream()
        .map(hit -> hit.product().value())
        .toList();
  }

  private static SearchResult result(SearchIndex index, String query, Synonyms... synonyms) {
    return index.search(SearchRequest.of(query, 10), List.of(synonyms), id -> 0);
  }

  @Test
  void findsAModelNumberHoweverItIsWritten() {
    for (String query : List.of("dv7-1211ea", "dv7 1211ea", "dv71211ea", "DV7\u20101211EA")) {
      assertThat(found(SHOP, query)).as(query).startsWith("dv7");
      assertThat(result(SHOP, query).corrected()).as(query).isNull();
    }
    for (String query : List.of("xr27inch", "XR-27inch", "xr\u201127inch")) {
      assertThat(found(SHOP, query)).as(query).containsExactly("xr");
      assertThat(result(SHOP, query).corrected()).as(query).isNull();
    }
  }

  @Test
  void findsJoinedAndSeparateWords() {
    for (String query : List.of("usb c hub", "usb-c hub", "usbc hub")) {
      assertThat(found(SHOP, query)).as(query).startsWith("hub");
    }
    for (String query : List.of("43.2cm", "43.2 cm", "43,2 cm", "43,2cm", "43,2")) {
      assertThat(found(SHOP, query)).as(query).startsWith("dv7");
    }
    assertThat(found(SHOP, "wifi antenna")).startsWith("net");
    assertThat(found(SHOP, "harddrive")).startsWith("disk");
    assertThat(result(SHOP, "harddrive").corrected()).isEqualTo("hard drive");
    assertThat(result(SHOP, "an tenna").corrected()).isEqualTo("antenna");
  }

  @Test
  void findsAllWaysToWriteAName() {
    SearchIndex shop =
        SearchIndex.of(
            shop(
                "a=USB-C cable",
                "b=USB C charger",
                "c=USBC hub",
                "d=Wi-Fi stick",
                "e=Wi Fi card",
                "f=WiFi box",
                "g=Bildschirm 43,2 cm",
                "h=Monitor 43.2 cm"));
    for (String query : List.of("usb c", "usb-c", "usbc", "USB\u2011C")) {
      assertThat(found(shop, query)).as(query).containsExactlyInAnyOrder("a", "b", "c");
    }
    for (String query : List.of("wi fi", "wi-fi", "wifi")) {
      assertThat(found(shop, query)).as(query).containsExactlyInAnyOrder("d", "e", "f");
    }
    for (String query : List.of("43.2 cm", "43,2 cm", "43.2cm", "43,2cm")) {
      assertThat(found(shop, query)).as(query).containsExactlyInAnyOrder("g", "h");
    }
  }

  @Test
  void findsInchesHoweverTheyAreWritten() {
    SearchIndex shop =
        SearchIndex.of(
            shop(
                "a=Monitor 17\" black",
                "b=Monitor 17 inch",
                "c=Screen 17-inch",
                "d=Lamp 17 cm",
                "e=Laptop 17Zoll",
                "f=Laptop 17inch",
                "g=Bildschirm 17,3Zoll"));
    for (String query :
        List.of(
            "17\"",
            "17 inch",
            "17-inch",
            "17''",
            "17\u2033",
            "17 inches",
            "17 Zoll",
            "17inch",
            "17zoll",
            "17pouces",
            "17inches")) {
      assertThat(found(shop, query)).as(query).containsExactlyInAnyOrder("a", "b", "c", "e", "f");
    }
    assertThat(found(shop, "17.3inch")).startsWith("g");
    SearchIndex named = SearchIndex.of(shop("a=TFT-17Zoll", "b=TFT-19Zoll", "c=TFT-17,3Zoll"));
    for (String query : List.of("17 zoll", "17zoll", "17 inch", "17\"", "17 inches")) {
      assertThat(found(named, query)).as(query).containsExactly("a");
    }
    for (String query : List.of("tft-17zoll", "tft 17 zoll", "tft 17inch")) {
      assertThat(found(named, query)).as(query).startsWith("a");
    }
    assertThat(found(named, "17,3 zoll")).containsExactly("c");
    assertThat(found(SearchIndex.of(shop("a=TFT 17 Zoll")), "tft-17zoll")).containsExactly("a");
    assertThat(Units.spelledOut("a17inch 17inchworm A-17inch 17i17in17inc"))
        .isEqualTo("a17inch 17inchworm A-17inch 17i17in17inc");
    assertThat(Units.spelledOut("1".repeat(200_000) + "zoll")).endsWith("1 zoll");
    assertThat(Units.spelledOut("-17Zoll, 7-17inch")).isEqualTo("-17 Zoll, 7-17 inch");
    assertThat(Units.spelledOut("\"lamp 17\" and 17\"")).isEqualTo("\"lamp 17\" and 17 inch ");
  }

  @Test
  void takesCompoundsApartWhateverLinksTheirParts() {
    SearchIndex shop =
        SearchIndex.of(
            shop(
                Locale.GERMAN,
                "s=Sonnenbrille schwarz",
                "b=Brille",
                "p=Poster Sonne",
                "r=B\u00fccherregal Eiche",
                "c=Buch",
                "t=Regal"));
    assertThat(found(shop, "brille")).containsExactlyInAnyOrder("b", "s");
    assertThat(found(shop, "sonne")).containsExactlyInAnyOrder("p", "s");
    assertThat(found(shop, "buch")).containsExactlyInAnyOrder("c", "r");
    assertThat(found(shop, "regal")).containsExactlyInAnyOrder("r", "t");
  }

  @Test
  void findsWhatEndsInAWordThatNoTitleSaysAlone() {
    SearchIndex shop =
        SearchIndex.of(
            shop(
                Locale.GERMAN,
                "d=Damenschuhe rot",
                "h=Handyh\u00fclle",
                "r=B\u00fccherregal Eiche",
                "s=Schwein aus Ton",
                "l=Lampe",
                "x=Schlampe"));
    assertThat(found(shop, "schuhe")).containsExactly("d");
    assertThat(found(shop, "rote schuhe")).containsExactly("d");
    assertThat(found(shop, "h\u00fclle")).containsExactly("h");
    assertThat(result(shop, "h\u00fcllen").corrected()).isNull();
    assertThat(found(shop, "regal")).containsExactly("r");
    assertThat(found(shop, "lampe")).containsExactly("l");
    assertThat(found(shop, "wein")).isEmpty();
  }

  @Test
  void correctsSeveralWordsButNoneThatExists() {
    assertThat(result(SHOP, "carying bga").corrected()).isEqualTo("carrying bag");
    assertThat(result(SHOP, "hub lock").corrected()).isNull();
  }

  @Test
  void putsTheThingBeforeWhatBelongsToIt() {
    assertThat(found(SHOP, "notebook").subList(0, 2)).containsExactlyInAnyOrder("book", "dv7");
    assertThat(found(SHOP, "notebook bag")).startsWith("bag");
  }

  @Test
  void knowsWordsForTheSameAndSaysSo() {
    assertThat(found(SHOP, "laptop")).contains("book", "dv7");
    assertThat(result(SHOP, "laptop").synonyms()).containsExactly("notebook");
  }

  @Test
  void takesMerchantsSynonymsAtOnceAndInTheirDirection() {
    Synonyms oneWay = new Synonyms("a", List.of("tablet"), List.of("ipad"), 1);
    Synonyms both = new Synonyms("b", List.of("aerial", "antenna"), List.of(), 1);
    assertThat(found(SHOP, "tablet")).isEmpty();
    assertThat(found(SHOP, "tablet", oneWay)).containsExactly("pad");
    assertThat(result(SHOP, "tablet", oneWay).synonyms()).containsExactly("ipad");
    assertThat(result(SHOP, "ipad", oneWay).synonyms()).isEmpty();
    assertThat(found(SHOP, "aerial", both)).containsExactly("net");
    assertThat(found(SHOP, "tablet")).isEmpty();
  }

  @Test
  void stemsByLanguage() {
    SearchIndex german =
        SearchIndex.of(
            shop(
                Locale.GERMAN,
                "a=Laufschuhe blau",
                "b=Schuhe",
                "c=Lauf Uhr",
                "d=Bücherregal",
                "e=Bücher Regal"));
    assertThat(found(german, "schuh")).containsExactlyInAnyOrder("a", "b");
    assertThat(found(german, "Laufschuh")).startsWith("a");
    assertThat(found(german, "regale")).containsExactlyInAnyOrder("d", "e");
    SearchIndex french = SearchIndex.of(shop(Locale.FRENCH, "a=Chaussures d'hiver", "b=Chapeau"));
    assertThat(found(french, "chaussure hiver")).startsWith("a");
    for (String language : List.of("es", "it", "nl", "ja")) {
      SearchIndex other =
          SearchIndex.of(shop(Locale.forLanguageTag(language), "a=Bolsa negra", "b=Otro"));
      assertThat(found(other, "bolsa")).as(language).containsExactly("a");
    }
  }

  @Test
  void answersWhateverIsTyped() {
    for (String query :
        List.of(
            "\"notebook",
            "((((",
            "?!,;",
            "\uD83D\uDE00",
            "\uD83D",
            "\u0000\u0007",
            "notebook AND (OR \"",
            "_ - _",
            "a".repeat(10_000),
            "notebook ".repeat(1_100),
            "1 ".repeat(5_000),
            "under ".repeat(2_000),
            "between 5 and between 3 and",
            "under 99999999999999999999999999")) {
      for (ProductSort sort : List.of(ProductSort.RELEVANCE, ProductSort.PRICE_ASC)) {
        SearchRequest request = new SearchRequest(query, List.of(), sort, 0, 10);
        assertThat(SHOP.search(request, id -> 0).query()).isEqualTo(query);
      }
    }
    assertThat(found(SHOP, "?!,;")).isEmpty();
    assertThat(found(SHOP, "\uD83D\uDE00")).isEmpty();
  }
}
