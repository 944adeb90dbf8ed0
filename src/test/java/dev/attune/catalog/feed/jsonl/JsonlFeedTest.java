package dev.attune.catalog.feed.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.Availability;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.Relation.Kind;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.FeedRows;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.LocalText;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlFeedTest {
  private static final SaleWindow FEBRUARY =
      new SaleWindow(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z"));
  private static final String LAMP =
      """
      {"id": "p1", "handle": "oat-lamp", "title": "Lamp", "description": "<p>Soft</p>light",
       "brand": "North", "link": "https://shop.example/lamp", "images": ["https://a.jpg"],
       "categories": [["Home", "Lamps"], ["Sale", "Lamps", "Sale"]], "tags": ["new"],
       "attributes": {"Material": "Oak", "Sockets": ["E14", "E27"], "Watts": 40, "Dims": true},
       "models": ["N-1"], "fits": ["N-2", "N-3"], "daysOfUse": 90,
       "relations": [
         {"kind": "ACCESSORY_OF", "product": "p2"}, {"kind": "REPLACES", "product": "p1"},
         {"kind": "ROUTINE_STEP", "product": "p0", "routine": "Evening", "step": 2}],
       "currency": "EUR", "price": 12.50, "salePrice": "10.00",
       "saleFrom": "2026-02-01T01:00:00+01:00", "saleUntil": "2026-03-01T00:00:00Z",
       "cost": 4, "texts": {"de": {"title": "Lampe", "description": "Weich"}},
       "prices": [{"country": "JP", "currency": "JPY", "price": 1200, "salePrice": 1000,
         "saleFrom": "2026-02-01T00:00Z", "saleUntil": "2026-03-01T00:00Z"},
         {"currency": "KWD", "price": 3.125}],
       "variants": [
         {"id": "v1", "options": {"Color": "Oat", "Bed size": "L"}, "quantity": 0,
          "images": ["https://oat.jpg"], "gtin": "4006381333931", "attributes": {"Watts": 60}},
         {"id": "v2", "title": "Lamp XL", "price": 20, "availability": "preorder", "prices": []}]}
      """
          .replace("\n", " ");

  @Test
  void readsAProductWithItsVariants() throws IOException {
    List<FeedRow> rows = read(LAMP);
    List<Item> items = FeedRows.items(rows);
    Item first = items.get(0);
    Item second = items.get(1);

    assertThat(FeedRows.findings(rows))
        .containsExactlyInAnyOrder(
            "w1 categories INVALID_VALUE", "w1 relations[1].product INVALID_VALUE");
    assertThat(List.of(first.id(), first.productId(), first.title(), second.title()))
        .containsExactly("v1", "p1", "Lamp", "Lamp XL");
    assertThat(first.handle()).isEqualTo("oat-lamp");
    assertThat(first.description()).isEqualTo("Soft\nlight");
    assertThat(first.categories())
        .containsExactly(List.of("Home", "Lamps"), List.of("Sale", "Lamps"));
    assertThat(first.options()).isEqualTo(Map.of("color", "Oat", "bed_size", "L"));
    assertThat(first.images()).containsExactly("https://oat.jpg", "https://a.jpg");
    assertThat(first.attributes())
        .containsExactly(
            new Detail("Material", List.of("Oak")),
            new Detail("Sockets", List.of("E14", "E27")),
            new Detail("Dims", List.of("true")),
            new Detail("Model", List.of("N-1")),
            new Detail("Fits", List.of("N-2", "N-3")),
            new Detail("Watts", List.of("60")));
    assertThat(first.availability()).isEqualTo(Availability.OUT_OF_STOCK);
    assertThat(second.availability()).isEqualTo(Availability.PREORDER);
    assertThat(first.offer())
        .isEqualTo(new Offer(money(1250, "EUR"), money(1000, "EUR"), FEBRUARY, money(400, "EUR")));
    assertThat(second.offer())
        .isEqualTo(new Offer(money(2000, "EUR"), null, null, money(400, "EUR")));
    assertThat(first.extras())
        .isEqualTo(
            new Extras(
                List.of(
                    new MarketPrice(
                        "JP", new Offer(money(1200, "JPY"), money(1000, "JPY"), FEBRUARY, null)),
                    new MarketPrice(null, new Offer(money(3125, "KWD"), null, null, null))),
                List.of(new LocalText("de", "Lampe", "Weich")),
                List.of(
                    new Relation(Kind.ACCESSORY_OF, new ProductId("p2"), null, null),
                    new Relation(Kind.ROUTINE_STEP, new ProductId("p0"), "Evening", 2)),
                90));
    assertThat(second.extras().prices()).isEmpty();
    assertThat(second.extras().relations()).isEmpty();
  }

  @Test
  void aProductWithoutVariantsIsItsOwn() throws IOException {
    Item item =
        FeedRows.items(read("\n{\"id\":\"p\",\"title\":\"T\",\"price\":\"5\",\"quantity\":3.0}\n"))
            .get(0);

    assertThat(List.of(item.id(), item.productId())).containsExactly("p", "p");
    assertThat(item.offer().regular()).isEqualTo(money(500, "USD"));
    assertThat(item.quantity()).isEqualTo(3);
    assertThat(item.extras()).isEqualTo(Extras.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      value = {
        "{'title':'T'};id;MISSING_FIELD",
        "{'id':'a'};title;MISSING_FIELD",
        "{'id':7,'title':'T'};id;INVALID_VALUE",
        "{'id':'a','title':'  '};title;INVALID_VALUE",
        "{'id':'a','title':'<p> </p>'};title;MISSING_FIELD",
        "{'id':'a','title':'T','salesPrice':1};salesPrice;INVALID_VALUE",
        "{'id':'a','title':'T','price':-1};price;INVALID_PRICE",
        "{'id':'a','title':'T','price':'free'};price;INVALID_PRICE",
        "{'id':'a','title':'T','price':1.005};price;INVALID_PRICE",
        "{'id':'a','title':'T','price':1e-999999};price;INVALID_PRICE",
        "{'id':'a','title':'T','price':1e99999};price;INVALID_PRICE",
        "{'id':'a','title':'T','price':1.5,'currency':'JPY'};price;INVALID_PRICE",
        "{'id':'a','title':'T','price':1.0005,'currency':'KWD'};price;INVALID_PRICE",
        "{'id':'a','title':'T','price':1,'currency':'usd'};currency;INVALID_CURRENCY",
        "{'id':'a','title':'T','price':1,'currency':'ZZZ'};currency;INVALID_CURRENCY",
        "{'id':'a','title':'T','variants':[]};variants;INVALID_VALUE",
        "{'id':'a','title':'T','variants':[{}]};variants[0].id;MISSING_FIELD",
        "{'id':'a','title':'T','variants':[{'id':'b','price':-1}]};variants[0].price;INVALID_PRICE",
        "{'id':'a','title':'T','variants':[{'id':'b'},{'id':'b'}]};variants[1].id;DUPLICATE_ID",
        "{'id':'a','title':'T','quantity':1.5};quantity;INVALID_VALUE",
        "{'id':'a','title':'T','availability':'maybe'};availability;INVALID_VALUE",
        "{'id':'a','title':'T','saleFrom':'2026-02-01T00:00:00Z'};saleFrom;MISSING_FIELD",
        "{'id':'a','title':'T','saleFrom':'soon','saleUntil':'x'};saleFrom;INVALID_TIMESTAMP",
        "{'id':'a','title':'T','price':2,'salePrice':1,'saleFrom':'2026-13-01T00:00:00Z',"
            + "'saleUntil':'2026-03-01T00:00:00Z'};saleFrom;INVALID_TIMESTAMP",
        "{'id':'a','title':'T','prices':[{'currency':'EUR'}]};prices[0].price;MISSING_FIELD",
        "{'id':'a','title':'T','prices':[{'currency':'EUR','price':1,'country':'XX'}]};"
            + "prices[0].country;INVALID_VALUE",
        "{'id':'a','title':'T','prices':[{'currency':'EUR','price':1},"
            + "{'currency':'EUR','price':2}]};prices[1].currency;INVALID_VALUE",
        "{'id':'a','title':'T','texts':{'d':{'title':'x'}}};texts.d;INVALID_VALUE",
        "{'id':'a','title':'T','texts':{'de':{'name':'x'}}};texts.de.name;INVALID_VALUE",
        "{'id':'a','title':'T','relations':[{'kind':'LIKES','product':'b'}]};"
            + "relations[0].kind;INVALID_VALUE",
        "{'id':'a','title':'T','relations':[{'kind':'ROUTINE_STEP','product':'b'}]};"
            + "relations[0].routine;MISSING_FIELD",
        "{'id':'a','title':'T','daysOfUse':0};daysOfUse;INVALID_VALUE",
        "{'id':'a','id':'b','title':'T'};none;INVALID_JSON",
        "{'id':'a','title':'T'} {'id':'b'};none;INVALID_JSON",
        "{'id':'a',;none;INVALID_JSON",
        "[1];none;INVALID_JSON",
        "null;none;INVALID_JSON",
      })
  void refusesALineAndNamesThePathOfItsField(String line, String field, ErrorCode code)
      throws IOException {
    String fine = "{\"id\":\"ok\",\"title\":\"Fine\"}\n";

    List<FeedRow> rows = read(fine + line.replace('\'', '"') + "\n" + fine);

    assertThat(FeedRows.findings(rows)).containsExactly("2 " + field + " " + code);
    assertThat(rows).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void refusesALineThatIsNestedWithoutEnd(String open) throws IOException {
    assertThat(FeedRows.findings(read(open.repeat(100_000))))
        .containsExactly("1 null INVALID_JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'id':'a','id':'b','title':'T'};twice",
        "{'id':'a','title':'T'} {'id':'b'};behind its end",
        "{'id':'a',;too early",
        "{'id':'a' 'b'};column 11",
        "{'id':'a','title':'T','price':'free'};12.50",
        "{'id':'a','title':'T','texts':{'d':{'title':'x'}}};BCP 47",
        "{'id':'a','title':'T','price':1,'currency':'usd'};ISO 4217",
        "{'id':'a','title':'  '};not blank",
      })
  void saysWhatIsWrongInWordsOfItsOwn(String line, String words) throws IOException {
    FeedRow.Refused refused = (FeedRow.Refused) read(line.replace('\'', '"')).get(0);

    assertThat(refused.rejection().message())
        .contains(words)
        .doesNotContain("regex", "[Source", "FAIL_ON", "StreamReadFeature", "ObjectNode");
  }

  private static Money money(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  private static List<FeedRow> read(String feed) throws IOException {
    return FeedRows.all(JsonlFeed.open(new StringReader(feed), Currency.getInstance("USD")));
  }
}
