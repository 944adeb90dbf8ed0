package dev.attune.catalog.feed.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.SharedData;
import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.FeedMoney;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.FeedRows;
import dev.attune.catalog.feed.FeedText;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.Offer;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopifyFeedTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final String OLD =
      "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,"
          + "Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Inventory Policy,"
          + "Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position,"
          + "Variant Image,Cost per item,Status,Fabric (product.metafields.custom.fabric)\n";
  private static final String NEW =
      "Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,"
          + "Status,SKU,Barcode,Option1 name,Option1 value,Price,Price / International,"
          + "Compare-at price,Cost per item,Inventory quantity,Continue selling when out of stock,"
          + "Weight value (grams),Product image URL,Image position,Variant image URL,"
          + "Google Shopping / Gender\n";

  @Test
  void readsVariantsOptionsImagesAndPricesOfTheOldHeader() throws IOException {
    String feed =
        OLD
            + "lamp,Lamp,\"<p>Soft, \"\"warm\"\"</p>\nlight\",North,Lamps,\"new, cosy,new\",TRUE,"
            + "Color,Oat,Size,L,L-1,500,3,deny,10.00,12.50,'4006381333931,https://b.jpg,2,"
            + "https://oat.jpg,4.25,active,linen; wool\n"
            + "lamp,,,,,,,,Sand,,L,L-2,500,0,continue,10.00,,,https://a.jpg,1,,,,\n"
            + "lamp,,,,,,,,,,,,,,,,,,https://c.jpg,3,,,,\n"
            + "desk,Desk,,,,,true,Title,Default Title,,,,0,-2,deny,99,0,,,,,,,\n";

    List<FeedRow> rows = read(feed);
    List<Item> items = FeedRows.items(rows);

    assertThat(FeedRows.findings(rows)).containsExactly("w6 Variant Inventory Qty INVALID_VALUE");
    assertThat(rows).extracting(FeedRow::line).containsExactly(2L, 4L, 6L);
    Item oat = items.get(0);
    assertThat(List.of(oat.id(), oat.productId(), oat.title()))
        .containsExactly("L-1", "lamp", "Lamp");
    assertThat(oat.handle()).isEqualTo("lamp");
    assertThat(oat.description()).isEqualTo("Soft, \"warm\"\nlight");
    assertThat(oat.brand()).isEqualTo("North");
    assertThat(oat.categories()).containsExactly(List.of("Lamps"));
    assertThat(oat.tags()).containsExactly("new", "cosy");
    assertThat(oat.options()).isEqualTo(Map.of("color", "Oat", "size", "L"));
    assertThat(oat.images())
        .containsExactly("https://oat.jpg", "https://a.jpg", "https://b.jpg", "https://c.jpg");
    assertThat(oat.offer())
        .isEqualTo(
            new Offer(new Money(1250, USD), new Money(1000, USD), null, new Money(425, USD)));
    assertThat(oat.gtin()).isEqualTo("4006381333931");
    assertThat(oat.attributes())
        .containsExactly(
            new Detail("Weight", List.of("500 g")), new Detail("Fabric", List.of("linen", "wool")));
    Item sand = items.get(1);
    assertThat(sand.options()).isEqualTo(Map.of("color", "Sand", "size", "L"));
    assertThat(sand.availability()).isEqualTo(Availability.BACKORDER);
    assertThat(sand.images()).startsWith("https://a.jpg");
    Item desk = items.get(2);
    assertThat(desk.id()).isEqualTo("desk");
    assertThat(desk.options()).isEmpty();
    assertThat(desk.quantity()).isZero();
    assertThat(desk.availability()).isEqualTo(Availability.OUT_OF_STOCK);
    assertThat(desk.offer()).isEqualTo(new Offer(new Money(9900, USD), null, null, null));
  }

  @Test
  void readsTheNewHeaderAndWhatIsNotPublished() throws IOException {
    String feed =
        NEW
            + "Lamp,,Soft,North,Home & Garden > Lighting,Lamps,,TRUE,Active,,,Size,S,10,9,12,,1,"
            + "DENY,250,https://a.jpg,1,,unisex\n"
            + ",lamp,,,,,,,,,,,M,10,9,,,0,TRUE,,,,,\n"
            + "Draft,draft,,,,,,TRUE,Draft,D-1,,Title,Default Title,10,,,,1,DENY,,,,,\n"
            + "Hidden,hidden,,,,,,FALSE,Active,H-1,,Title,Default Title,10,,,,1,DENY,,,,,\n";

    List<FeedRow> rows = read(feed);

    assertThat(FeedRows.findings(rows))
        .containsExactly(
            "w2 Price / International INVALID_CURRENCY",
            "4 Status NOT_PUBLISHED",
            "5 Published on online store NOT_PUBLISHED");
    assertThat(rows)
        .filteredOn(FeedRow.Refused.class::isInstance)
        .extracting(row -> ((FeedRow.Refused) row).withdrawn())
        .containsExactly("draft", "hidden");
    List<Item> items = FeedRows.items(rows.subList(0, 2));
    assertThat(items).extracting(Item::id).containsExactly("lamp-s", "lamp-m");
    assertThat(items).extracting(Item::title).containsOnly("Lamp");
    assertThat(items.get(0).categories())
        .containsExactly(List.of("Home & Garden", "Lighting"), List.of("Lamps"));
    assertThat(items.get(0).attributes())
        .containsExactly(
            new Detail("Gender", List.of("unisex")), new Detail("Weight", List.of("250 g")));
    assertThat(items.get(1).availability()).isEqualTo(Availability.BACKORDER);
  }

  @Test
  void aHandleThatComesBackLaterIsStillTheSameProduct() throws IOException {
    String columns =
        "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src\n";
    String feed =
        columns
            + "lamp,Lamp,Color,Oat,L-1,10,\n"
            + "desk,Desk,,,D-1,10,\n"
            + "lamp,,,Sand,L-1,10,\n"
            + "lamp,,,Sand,L-1,10,\n"
            + "desk,,,,,,https://late.jpg\n"
            + "ghost,,,Sand,G-1,10,\n";

    List<FeedRow> rows = read(feed);

    assertThat(FeedRows.findings(rows))
        .containsExactly("6 Image Src INVALID_ROW", "7 Title MISSING_FIELD");
    List<Item> late = FeedRows.items(rows.subList(2, 4));
    assertThat(late).extracting(Item::productId).containsOnly("lamp");
    assertThat(late).extracting(Item::id).containsExactly("lamp-sand", "lamp-3");
    assertThat(late.get(0).title()).isEqualTo("Lamp");
    assertThat(late.get(0).options()).isEqualTo(Map.of("color", "Sand"));
  }

  @Test
  void refusesARowAndNamesItsColumnAsTheFeedDoes() throws IOException {
    String columns =
        "Handle,Title,Variant Inventory Qty,Variant Price,Variant Compare At Price,Cost per item,"
            + "Variant Barcode\n";
    String feed =
        columns
            + "a,A,1,ten,,,\n"
            + "b,B,some,10,,,\n"
            + ",,1,10,,,\n"
            + "d,D,1,10,much,little,123\n"
            + "e,E,1,10,,,,and,more\n"
            + ",,,,,,\n"
            + "f,F\n";

    assertThat(FeedRows.findings(read(feed)))
        .containsExactly(
            "2 Variant Price INVALID_PRICE",
            "4 Handle MISSING_FIELD",
            "3 Variant Inventory Qty INVALID_VALUE",
            "6 null INVALID_ROW",
            "w5 Variant Compare At Price INVALID_PRICE",
            "w5 Cost per item INVALID_PRICE",
            "w5 Variant Barcode INVALID_VALUE");
  }

  @Test
  void keepsFormulasAsText() throws IOException {
    String feed =
        "Handle,Title,Vendor,Variant Price\n"
            + "a,\"=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\",+cmd|' /C calc'!A0,1\n"
            + "b,@SUM(1+1)*cmd,-2+3,1\n";

    List<Item> items = FeedRows.items(read(feed));

    assertThat(items)
        .extracting(item -> item.title() + " / " + item.brand())
        .containsExactly(
            "=HYPERLINK(\"http://evil\",\"x\") / +cmd|' /C calc'!A0", "@SUM(1+1)*cmd / -2+3");
  }

  @Test
  void refusesAFeedWhoseQuoteIsNeverClosed() {
    assertThatThrownBy(() -> read("Handle,Title,Variant Price\na,A,1\nb,\"B,1\nc,C,1\n"))
        .isInstanceOfSatisfying(
            AttuneException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_ROW);
              assertThat(refused.rejection().message()).contains("line 2");
            });
    assertThatThrownBy(() -> read("Title,Vendor\nA,B\n"))
        .isInstanceOfSatisfying(
            AttuneException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.MISSING_FIELD));
  }

  @Test
  void countsInTheCurrencyThatIsAsked() throws IOException {
    String feed = "Handle,Title,Variant Price\na,A,1200.00\nb,B,12.5\n";
    List<FeedRow> rows =
        FeedRows.all(
            ShopifyFeed.open(new StringReader(feed), FeedMoney.of(Currency.getInstance("JPY"))));

    assertThat(FeedRows.findings(rows)).containsExactly("3 Variant Price INVALID_PRICE");
    assertThat(FeedRows.items(rows.subList(0, 1)).get(0).offer().regular())
        .isEqualTo(new Money(1200, Currency.getInstance("JPY")));
  }

  @Test
  void readsARealExportWhole() throws IOException {
    try (InputStream file =
        Files.newInputStream(SharedData.file("bestbuy/products_export.csv.gz"))) {
      List<FeedRow> rows = FeedRows.all(ShopifyFeed.open(FeedText.of(file), FeedMoney.of(USD)));

      assertThat(FeedRows.findings(rows)).isEmpty();
      List<Item> items = FeedRows.items(rows);
      assertThat(items.stream().map(Item::productId).distinct()).hasSize(1_645);
      assertThat(items.stream().map(Item::id).distinct()).hasSameSizeAs(items);
      assertThat(items).allMatch(item -> item.offer().regular() != null);
      assertThat(items).anyMatch(item -> item.offer().sale() != null);
    }
  }

  @Test
  void readsTheMarketsPricesWhereTheirCurrencyIsKnown() throws IOException {
    String feed =
        "Handle,Title,Variant Price,Included / United States,Price / United States,"
            + "Compare At Price / United States,Included / Japan,Price / Japan\n"
            + "lamp,Lamp,10.00,true,11.00,12.50,true,1500\n"
            + "desk,Desk,99.00,false,110.00,,true,\n"
            + "mat,Mat,5.00,true,cheap,,,\n";
    Currency yen = Currency.getInstance("JPY");
    FeedMoney money =
        new FeedMoney(
            Currency.getInstance("EUR"),
            Map.of(
                "united-states", new FeedMoney.OfMarket(USD, "US"),
                "japan", new FeedMoney.OfMarket(yen, null)));

    List<FeedRow> rows = FeedRows.all(ShopifyFeed.open(new StringReader(feed), money));

    List<Item> items = FeedRows.items(rows);
    assertThat(items.get(0).extras().prices())
        .containsExactly(
            new MarketPrice(
                "US", new Offer(new Money(1250, USD), new Money(1100, USD), null, null)),
            new MarketPrice(null, new Offer(new Money(1500, yen), null, null, null)));
    assertThat(items.get(1).extras().prices()).isEmpty();
    assertThat(FeedRows.findings(rows)).containsExactly("w4 Price / United States INVALID_PRICE");
  }

  private static List<FeedRow> read(String feed) throws IOException {
    return FeedRows.all(ShopifyFeed.open(new StringReader(feed), FeedMoney.of(USD)));
  }
}
