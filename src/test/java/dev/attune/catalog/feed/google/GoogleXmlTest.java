package dev.attune.catalog.feed.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.FeedRows;
import dev.attune.catalog.feed.FeedText;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.SaleWindow;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleXmlTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final String RSS =
      "<?xml version=\"1.0\"?>\n<rss xmlns:g=\"http://base.google.com/ns/1.0\" version=\"2.0\">\n"
          + "<channel><title>Shop</title><link>https://shop.example</link>\n";

  @Test
  void readsAnItemOfRss() throws IOException {
    String feed =
        RSS
            + """
            <item>
              <g:id>v1</g:id><g:item_group_id>p1</g:item_group_id>
              <title><![CDATA[Lamp & shade]]></title>
              <description>&lt;p&gt;Soft&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;light</description>
              <link>https://shop.example/p/lamp</link>
              <g:image_link>https://a.jpg</g:image_link>
              <g:additional_image_link>https://b.jpg</g:additional_image_link>
              <g:additional_image_link>https://c.jpg</g:additional_image_link>
              <g:availability>in_stock</g:availability>
              <g:price>12.50 USD</g:price><g:sale_price>10 USD</g:sale_price>
              <g:sale_price_effective_date>2026-02-24/2026-02-28</g:sale_price_effective_date>
              <g:shipping><g:country>US</g:country><g:price>99 USD</g:price></g:shipping>
              <g:product_type>Home &gt; Lamps</g:product_type>
              <g:product_type>Sale</g:product_type>
              <g:product_detail>
                <g:section_name>Tech</g:section_name>
                <g:attribute_name>Bulb, size</g:attribute_name>
                <g:attribute_value>E27; warm: 2,700 K</g:attribute_value>
              </g:product_detail>
              <g:product_highlight>Dims,slowly</g:product_highlight>
              <g:product_highlight>Folds</g:product_highlight>
              <g:color>Oat</g:color><g:quantity>7</g:quantity>
              <media:title xmlns:media="http://search.yahoo.com/mrss/">No</media:title>
            </item></channel></rss>
            """;

    List<FeedRow> rows = read(feed);
    Item item = FeedRows.items(rows).get(0);

    assertThat(rows.get(0).line()).isEqualTo(4);
    assertThat(FeedRows.findings(rows)).isEmpty();
    assertThat(List.of(item.id(), item.productId())).containsExactly("v1", "p1");
    assertThat(item.title()).isEqualTo("Lamp & shade");
    assertThat(item.description()).isEqualTo("Soft\nlight");
    assertThat(item.link()).isEqualTo("https://shop.example/p/lamp");
    assertThat(item.images()).containsExactly("https://a.jpg", "https://b.jpg", "https://c.jpg");
    assertThat(item.categories()).containsExactly(List.of("Home", "Lamps"), List.of("Sale"));
    assertThat(item.options()).isEqualTo(Map.of("color", "Oat"));
    assertThat(item.quantity()).isEqualTo(7);
    assertThat(item.attributes())
        .containsExactly(
            new Detail("Bulb, size", List.of("E27; warm: 2,700 K")),
            new Detail("Highlight", List.of("Dims,slowly", "Folds")));
    assertThat(item.offer())
        .isEqualTo(
            new Offer(
                new Money(1250, USD),
                new Money(1000, USD),
                new SaleWindow(
                    Instant.parse("2026-02-24T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")),
                null));
  }

  @Test
  void readsAnEntryOfAtomWithItsLinkAndLatinText() throws IOException {
    String feed =
        """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:b="http://base.google.com/ns/1.0">
          <title>Shop</title><id>tag:shop</id>
          <entry>
            <b:id>v1</b:id><id>tag:shop,2026:a-much-longer-id-than-any-feed-may-ever-have-here</id>
            <title>Käse</title><summary type="html">Mild</summary>
            <link rel="edit" href="https://no"/><link href="https://shop.example/p/k"/>
            <b:price>3.00 EUR</b:price>
          </entry>
        </feed>
        """;

    Item item = FeedRows.items(read(feed, StandardCharsets.ISO_8859_1)).get(0);

    assertThat(item.id()).isEqualTo("v1");
    assertThat(item.title()).isEqualTo("Käse");
    assertThat(item.description()).isEqualTo("Mild");
    assertThat(item.link()).isEqualTo("https://shop.example/p/k");
  }

  @Test
  void refusesAnItemByTheRulesOfRowsAndReadsOn() throws IOException {
    String feed =
        "\uFEFF\n "
            + RSS
            + "<item><g:id>a</g:id><title>A</title><g:price>cheap</g:price></item>\n"
            + "<item><title>B</title></item>\n"
            + "<item><g:id>c</g:id><title>C</title><g:gtin>123</g:gtin></item></channel></rss>";

    assertThat(FeedRows.findings(read(feed)))
        .containsExactly("4 price INVALID_PRICE", "5 id MISSING_FIELD", "w6 gtin INVALID_VALUE");
  }

  @Test
  void numbersTheItemsOfAFeedOnOneLine() throws IOException {
    String feed =
        RSS.replace("\n", " ")
            + "<item><g:id>a</g:id><title>A</title></item><item><g:id>b</g:id></item>"
            + "</channel></rss>";

    FeedRow.Refused refused = (FeedRow.Refused) read(feed).get(1);

    assertThat(refused.rejection().message()).startsWith("Item 2 (id \"b\"): ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss>&b;</rss>",
        "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss/>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss>&x;</rss>",
        "<rss><channel><item><title>&bomb;</title></item></channel></rss>",
        "<rss><channel><item></title></item></channel></rss>",
        "<html><body/></html>",
        "<rss><channel><item><g:id>1</g:id></item></channel></rss>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss>\u0000</rss>",
      })
  void refusesDocumentTypesEntitiesAndWhatIsNotWellFormed(String feed) {
    assertThatThrownBy(() -> read(feed))
        .isInstanceOfSatisfying(
            AttuneException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_XML));
  }

  @Test
  void noticesAnEndThatComesEarly() {
    String item = "<item><g:id>a</g:id><title>A</title></item>";
    for (String end :
        List.of("", "</channel>", "<item><g:id>b", "</channel></rs", "<!-- ", "<![CD")) {
      assertThatThrownBy(() -> read(RSS + item + end)).as(end).isInstanceOf(IOException.class);
    }
  }

  @Test
  void keepsNoMoreOfAnItemThanARowMayHave() throws IOException {
    String long5 = "<description>" + "soft ".repeat(1_000_000) + "</description>";
    String feed =
        RSS
            + "<item><g:id>a</g:id><title>A</title>"
            + long5
            + "</item><item><g:id>b</g:id><title>B</title></item></channel></rss>";

    List<FeedRow> rows = read(feed);

    assertThat(FeedRows.findings(rows)).containsExactly("4 null TOO_LONG");
    assertThat(rows).hasSize(2);
  }

  @Test
  void refusesATagThatWouldFillTheMemory() {
    String feed = RSS + "<item a=\"" + "x".repeat(9_000_000) + "\"/></channel></rss>";

    assertThatThrownBy(() -> read(feed))
        .isInstanceOfSatisfying(
            AttuneException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.TOO_LONG));
  }

  private static List<FeedRow> read(String feed) throws IOException {
    return read(feed, StandardCharsets.UTF_8);
  }

  private static List<FeedRow> read(String feed, Charset charset) throws IOException {
    byte[] bytes = feed.getBytes(charset);
    return FeedRows.all(GoogleFeed.open(FeedText.of(new ByteArrayInputStream(bytes))));
  }
}
