package dev.attune.catalog.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.catalog.feed.text.Gtin;
import dev.attune.catalog.feed.text.PlainText;
import dev.attune.catalog.feed.text.PriceText;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.platform.money.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.50 USD|1250|USD",
        "12.50USD|1250|USD",
        "USD 12.5|1250|USD",
        "1,299.00 USD|129900|USD",
        "1,299 USD|129900|USD",
        "12,50 EUR|1250|EUR",
        "1.299,00 eur|129900|EUR",
        "500.00 JPY|500|JPY",
        "0 USD|0|USD",
        "1.250 KWD|1250|KWD",
      })
  void readsPricesAsFeedsWriteThem(String text, long minor, String currency) {
    Money money = PriceText.parse("price", text).money();

    assertThat(money).isEqualTo(new Money(minor, Money.currency(currency).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-5.00 USD|INVALID_PRICE",
        "abc|INVALID_PRICE",
        "abc USD|INVALID_PRICE",
        "12.345 USD|INVALID_PRICE",
        "1.5 JPY|INVALID_PRICE",
        "1.2.3 USD|INVALID_PRICE",
        "1e9 USD|INVALID_CURRENCY",
        "99999999999999999999 USD|INVALID_PRICE",
        "12.50|INVALID_CURRENCY",
        "12.50 ZZZ|INVALID_CURRENCY",
        "12.50 XXX|INVALID_CURRENCY",
        "12.50 $|INVALID_CURRENCY",
      })
  void saysWhatIsWrongWithAPrice(String text, ErrorCode code) {
    PriceText price = PriceText.parse("sale_price", text);

    assertThat(price.money()).isNull();
    assertThat(price.problem()).extracting(Rejection::code).isEqualTo(code);
    assertThat(price.problem()).extracting(Rejection::field).isEqualTo("sale_price");
  }

  @Test
  void readsTheDatesOfASale() {
    assertThat(SaleWindow.parse("2026-02-24T11:07+0100/2026-02-28T23:07+0100"))
        .hasValue(
            new SaleWindow(
                Instant.parse("2026-02-24T10:07:00Z"), Instant.parse("2026-02-28T22:07:00Z")));
    assertThat(SaleWindow.parse("2026-02-24T11:07:30Z / 2026-02-28T23:07:00.000-08:00"))
        .hasValue(
            new SaleWindow(
                Instant.parse("2026-02-24T11:07:30Z"), Instant.parse("2026-03-01T07:07:00Z")));
    assertThat(SaleWindow.parse("2026-02-24/2026-02-28"))
        .hasValue(
            new SaleWindow(
                Instant.parse("2026-02-24T00:00:00Z"), Instant.parse("2026-03-01T00:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "2026-02-24", "2026-02-28/2026-02-24", "/", "2026-13-01/2027-01-01"})
  void takesNothingElseForTheDatesOfASale(String text) {
    assertThat(SaleWindow.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "4006381333931,true",
    "036000291452,true",
    "96385074,true",
    "10614141000415,true",
    "4006381333932,false",
    "85896333746,false",
    "4006381E33931,false",
    "'',false",
  })
  void checksTheCheckDigitOfAGtin(String text, boolean valid) {
    assertThat(Gtin.valid(text)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Home & Garden|home-garden",
        "Café Crème|cafe-creme",
        "Straße 5|strasse-5",
        "  -- 14\" screen --|14-screen",
        "がぎ 家具|がぎ-家具",
        "한국어|한국어",
        "***|''",
      })
  void slugsKeepLettersOfAllScripts(String text, String slug) {
    assertThat(Slug.handle(text)).isEqualTo(slug);
  }

  @Test
  void slugsTheWholePathOfACategory() {
    assertThat(CategoryPath.parse("Home >  Lighting>Pendants > "))
        .containsExactly("Home", "Lighting", "Pendants");
    assertThat(CategoryPath.id(List.of("Home", "Table Lamps")).value())
        .isEqualTo("home-table-lamps");
    assertThat(CategoryPath.id(List.of("Home", "★")))
        .isNotEqualTo(CategoryPath.id(List.of("Home", "☆")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ul><li>One</li><li>Two</li></ul>|One Two",
        "6 ft 90&deg; down &amp; up|6 ft 90° down & up",
        "fits < 5 mm and > 3 mm|fits < 5 mm and > 3 mm",
        "<script>alert(1)</script>Lamp<!-- x -->|Lamp",
        "<style>p{}</style>A<SCRIPT src=x>b</script >C<script>never closed|A C",
        "&lt;script&gt;alert(1)&lt;/script&gt;Lamp &lt;b&gt;bold&lt;/b&gt;|Lamp bold",
        "Lamp <img src=x onerror=alert(1)|Lamp < img src=x onerror=alert(1)",
        "&Eacute;t&eacute; &agrave; l&rsquo;&oelig;uvre|\u00c9t\u00e9 \u00e0 l\u2019\u0153uvre",
        "S&atilde;o &Aring;se &sect;5 so&shy;fa &bdquo;x&ldquo;|S\u00e3o \u00c5se \u00a75 sofa \u201ex\u201c",
        "A &unknown; B&nbsp;&nbsp;C|A &unknown; B C",
        "a &amp;lt;b|a &lt;b",
        "a&#x26;b&#38;c &unknown; &#0;|a&b&c &unknown;",
        "two  spaces\\nnew line|two spaces new line",
      })
  void stripsHtmlToText(String html, String text) {
    assertThat(PlainText.line(html)).isEqualTo(text);
  }
}
