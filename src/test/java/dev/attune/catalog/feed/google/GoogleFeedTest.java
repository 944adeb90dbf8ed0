package dev.attune.catalog.feed.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.FeedRows;
import dev.attune.catalog.feed.FeedText;
import dev.attune.catalog.feed.Item;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleFeedTest {
  @Test
  void readsEveryFieldOfGooglesList() throws IOException {
    String header =
        "\uFEFFG:ID\tg:title\tg:description\tLink\timage link\tadditional_image_link\tavailability"
            + "\tprice\tsale price\tbrand\tgtin\tmpn\titem_group_id\tcolor\tsize\tmaterial"
            + "\tpattern\tgender\tage-group\tproduct_type\tproduct_type\tproduct_detail"
            + "\tproduct_highlight\tcustom_label_0\tcustom_label_4\tcost_of_goods_sold\tquantity"
            + "\tunheard_of\r\n";
    String row =
        "v1\tLamp &amp; shade\t<p>Soft</p><p>light</p>\thttps://shop.example/p/lamp\t/a.jpg"
            + "\thttps://b.jpg?x=1,2,https://c.jpg\tin stock\t12.50 USD\t10.00 USD\tNorth"
            + "\t4006381333931\tM-1\tp1\tOat\tL\tLinen\tPlain\tunisex\tadult\tHome > Lamps"
            + "\tSale > Lamps\tTech:Bulb:E27\tDims warm, slowly,Lasts 1,000 hours,Folds\tnew"
            + "\tcosy\t8.50 USD\t7\tignored\r\n";

    FeedRow.Accepted accepted = (FeedRow.Accepted) read(header + row).get(0);
    Item item = accepted.item();

    assertThat(accepted.line()).isEqualTo(2);
    assertThat(accepted.warnings()).isEmpty();
    assertThat(item.id()).isEqualTo("v1");
    assertThat(item.productId()).isEqualTo("p1");
    assertThat(item.title()).isEqualTo("Lamp & shade");
    assertThat(item.description()).isEqualTo("Soft\nlight");
    assertThat(item.images()).containsExactly("/a.jpg", "https://b.jpg?x=1,2", "https://c.jpg");
    assertThat(item.availability()).isEqualTo(Availability.IN_STOCK);
    assertThat(item.quantity()).isEqualTo(7);
    assertThat(item.gtin()).isEqualTo("4006381333931");
    assertThat(item.categories())
        .containsExactly(List.of("Home", "Lamps"), List.of("Sale", "Lamps"));
    assertThat(item.tags()).containsExactly("new", "cosy");
    assertThat(item.options())
        .isEqualTo(Map.of("color", "Oat", "size", "L", "material", "Linen", "pattern", "Plain"));
    assertThat(item.attributes())
        .containsExactly(
            new Detail("Gender", List.of("unisex")),
            new Detail("Age group", List.of("adult")),
            new Detail("MPN", List.of("M-1")),
            new Detail("Bulb", List.of("E27")),
            new Detail("Highlight", List.of("Dims warm, slowly", "Lasts 1,000 hours", "Folds")));
    assertThat(String.valueOf(item.offer().regular())).contains("1250");
    assertThat(String.valueOf(item.offer().sale())).contains("1000");
    assertThat(String.valueOf(item.offer().cost())).contains("850");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "''|T|1 USD|in_stock|1|id|MISSING_FIELD",
        "123456789012345678901234567890123456789012345678901|T|1 USD|in_stock|1|id|TOO_LONG",
        "a|''|1 USD|in_stock|1|title|MISSING_FIELD",
        "a|T|-1 USD|in_stock|1|price|INVALID_PRICE",
        "a|T|cheap|in_stock|1|price|INVALID_PRICE",
        "a|T|1|in_stock|1|price|INVALID_CURRENCY",
        "a|T|1 QQQ|in_stock|1|price|INVALID_CURRENCY",
        "a|T|1 USD|maybe|1|availability|INVALID_VALUE",
        "a|T|1 USD|in_stock|-1.5|quantity|INVALID_VALUE",
        "a|T|1 USD|in_stock|1.5|quantity|INVALID_VALUE",
        "a|T|1 USD|in_stock|1\tmore|none|INVALID_ROW",
      })
  void refusesARowAndNamesItsFieldAndLine(
      String id,
      String title,
      String price,
      String there,
      String count,
      String field,
      ErrorCode code)
      throws IOException {
    String row = String.join("\t", id, title, price, there, count);
    List<FeedRow> rows =
        read("id\ttitle\tprice\tavailability\tquantity\n" + row + "\nok\tFine\t\t\t\n");

    FeedRow.Refused refused = (FeedRow.Refused) rows.get(0);
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.rejection().code()).isEqualTo(code);
    assertThat(refused.rejection().field()).isEqualTo(field);
    assertThat(rows.get(1)).isInstanceOf(FeedRow.Accepted.class);
  }

  @Test
  void dropsAWrongGtinCostOrSaleDateAndSaysSo() throws IOException {
    String feed =
        "id\ttitle\tprice\tsale_price\tsale_price_effective_date\tgtin\tcost_of_goods_sold\n"
            + "a\tLamp\t10 USD\t8 USD\tsoon\t123\tmuch\n";

    FeedRow.Accepted accepted = (FeedRow.Accepted) read(feed).get(0);

    assertThat(accepted.warnings())
        .extracting(warning -> warning.field())
        .containsExactly("sale_price_effective_date", "cost_of_goods_sold", "gtin");
    assertThat(accepted.item().gtin()).isNull();
    assertThat(accepted.item().offer().sale()).isNull();
    assertThat(accepted.item().offer().cost()).isNull();
    assertThat(accepted.item().offer().regular()).isNotNull();
  }

  @Test
  void keepsARowWithoutASaleThatIsNoneAndTakesLessThanNothingForNothing() throws IOException {
    String feed =
        "id\ttitle\tprice\tsale_price\tsale_price_effective_date\tquantity\n"
            + "a\tLamp\t10 USD\t10 USD\t\t-3\n"
            + "b\tDesk\t10 USD\t8 EUR\t\t1\n"
            + "c\tRug\t10 USD\t8 USD\t2026-03-01/2026-02-01\t1\n";

    List<FeedRow> rows = read(feed);

    assertThat(FeedRows.findings(rows))
        .containsExactlyInAnyOrder(
            "w2 sale_price INVALID_PRICE",
            "w2 quantity INVALID_VALUE",
            "w3 sale_price INVALID_CURRENCY",
            "w4 sale_price_effective_date INVALID_TIMESTAMP");
    assertThat(FeedRows.items(rows)).extracting(item -> item.offer().sale()).containsOnlyNulls();
    assertThat(FeedRows.items(rows).get(0).quantity()).isZero();
    assertThat(((FeedRow.Accepted) rows.get(2)).warnings().get(0).message())
        .endsWith("the sale is left out");
  }

  @Test
  void needsAnIdAndATitleColumn() {
    assertThatThrownBy(() -> read("id,title\na,Lamp\n")).hasMessageContaining("a tab separates");
    assertThatThrownBy(() -> read("id\tprice\na\t1 USD\n"))
        .isInstanceOfSatisfying(
            AttuneException.class,
            missing -> {
              assertThat(missing.code()).isEqualTo(ErrorCode.MISSING_FIELD);
              assertThat(missing.rejection().field()).isEqualTo("title");
            });
    assertThatThrownBy(() -> read("")).isInstanceOf(AttuneException.class);
  }

  @Test
  void warnsOfBytesThatAreNoTextAndRefusesThemInAnId() throws IOException {
    byte[] latin = "id\ttitle\na\tKäse\nbä\tBrot\nc\tMilch\n".getBytes(StandardCharsets.ISO_8859_1);

    List<FeedRow> rows = read(latin);

    assertThat(((FeedRow.Accepted) rows.get(0)).warnings())
        .extracting(warning -> warning.field() + " " + warning.code())
        .containsExactly("title INVALID_ENCODING");
    assertThat(((FeedRow.Refused) rows.get(1)).rejection().code())
        .isEqualTo(ErrorCode.INVALID_ENCODING);
    assertThat(((FeedRow.Accepted) rows.get(2)).warnings()).isEmpty();
  }

  @Test
  void cutsACategoryPathThatComesBackToItself() throws IOException {
    String feed = "id\ttitle\tproduct_type\na\tLamp\tHome > Lamps > home > Lamps\n";

    FeedRow.Accepted accepted = (FeedRow.Accepted) read(feed).get(0);

    assertThat(accepted.item().categories()).containsExactly(List.of("Home", "Lamps"));
    assertThat(accepted.warnings())
        .extracting(warning -> warning.field() + " " + warning.code())
        .containsExactly("product_type INVALID_VALUE");
  }

  @Test
  void cutsADescriptionOfAMegabyteAndSaysSo() throws IOException {
    String feed = "id\ttitle\tdescription\na\tLamp\t<p>" + "Soft <li ".repeat(130_000) + "\n";

    FeedRow.Accepted accepted = (FeedRow.Accepted) read(feed).get(0);

    assertThat(accepted.item().description()).hasSizeBetween(19_990, 20_000).startsWith("Soft");
    assertThat(accepted.warnings())
        .extracting(warning -> warning.field() + " " + warning.code())
        .containsExactly("description TOO_LONG");
  }

  @Test
  void readsUtf16WhereAMarkSaysSo() throws IOException {
    byte[] bytes = "\uFEFFid\ttitle\na\tKäse\n".getBytes(StandardCharsets.UTF_16LE);
    FeedRow row = read(bytes).get(0);

    assertThat(((FeedRow.Accepted) row).item().title()).isEqualTo("Käse");
    byte[] unmarked = "id\ttitle\na\tKäse\n".getBytes(StandardCharsets.UTF_16BE);
    assertThat(((FeedRow.Accepted) read(unmarked).get(0)).item().title()).isEqualTo("Käse");
  }

  private static List<FeedRow> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<FeedRow> read(byte[] bytes) throws IOException {
    return FeedRows.all(GoogleFeed.open(FeedText.of(new ByteArrayInputStream(bytes))));
  }
}
