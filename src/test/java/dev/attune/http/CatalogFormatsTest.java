package dev.attune.http;

import static dev.attune.http.Feeds.assertDone;
import static dev.attune.http.Feeds.assertError;
import static dev.attune.http.Feeds.gzip;
import static dev.attune.http.Feeds.importing;
import static dev.attune.http.Feeds.lines;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.attune.GraphQl;
import dev.attune.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Feeds of every format go in over HTTP and come out of GraphQL. */
@QuarkusTest
class CatalogFormatsTest {
  private static final String PRODUCT =
      """
      { product(handle: %s) { title description brand tags category { title }
          images(first: 5) { url } attributes { name values }
          variants { nodes { sku barcode quantityAvailable availableForSale
            price { amount currencyCode } compareAtPrice { amount }
            selectedOptions { name value } image { url } } } } }
      """;

  @Test
  void importsGoogleMerchantXml() throws IOException {
    String feed =
        """
        <rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
        <item><g:id>cft-x1</g:id><g:item_group_id>cft-x</g:item_group_id>
          <title>Cft Xml Lamp</title><description><![CDATA[<p>Soft</p>]]></description>
          <g:price>12.50 USD</g:price><g:sale_price>10.00 USD</g:sale_price>
          <g:availability>in_stock</g:availability><g:color>Oat</g:color>
          <g:image_link>https://shop.example/oat.jpg</g:image_link>
          <g:product_type>Cft Home &gt; Cft Lamps</g:product_type>
          <g:product_detail><g:attribute_name>Bulb</g:attribute_name>
            <g:attribute_value>E27</g:attribute_value></g:product_detail></item>
        <item><g:id>cft-x2</g:id><g:item_group_id>cft-x</g:item_group_id>
          <title>Cft Xml Lamp</title><g:price>free</g:price></item>
        </channel></rss>
        """;

    List<JsonPath> lines =
        lines(importing("gzip").body(gzip(feed)).post("/v1/catalog/import?format=google"));

    assertThat(lines.get(0).getString("field")).isEqualTo("price");
    assertThat(lines.get(0).getInt("line")).isEqualTo(10);
    assertDone(lines, 2, 1, 0, 1);
    JsonPath product = product("cft-xml-lamp");
    assertThat(product.getString("description")).isEqualTo("Soft");
    assertThat(product.getString("category.title")).isEqualTo("Cft Lamps");
    assertThat(product.getList("attributes.name")).contains("bulb");
    assertThat(product.getString("variants.nodes[0].price.amount")).isEqualTo("10.00");
    assertThat(product.getString("variants.nodes[0].compareAtPrice.amount")).isEqualTo("12.50");
    assertThat(product.getString("images[0].url")).isEqualTo("https://shop.example/oat.jpg");
  }

  /** The parser is content with the last element; the upload is not whole without its end. */
  @Test
  void changesNothingWhereTheGzipOfAnXmlFeedHasNoEnd() throws IOException {
    String items =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    "<item><g:id>cft-cut%d</g:id><title>Cft Cut %d</title><g:price>1 USD</g:price></item>"
                        .formatted(i, i))
            .collect(Collectors.joining());
    String feed =
        "<rss version=\"2.0\" xmlns:g=\"http://base.google.com/ns/1.0\"><channel>%s</channel></rss>"
            .formatted(items);
    byte[] whole = gzip(feed);
    for (int missing : new int[] {1, 8}) {
      String answer =
          importing("gzip")
              .body(Arrays.copyOf(whole, whole.length - missing))
              .post("/v1/catalog/import?format=google")
              .asString();
      assertThat(answer).contains("TRUNCATED").doesNotContain("\"done\":true");
    }
    assertDone(
        lines(importing("gzip").body(whole).post("/v1/catalog/import?format=google")),
        50,
        50,
        0,
        0);
  }

  @Test
  void importsAShopifyExport() {
    String feed =
        "Handle,Title,Vendor,Tags,Published,Option1 Name,Option1 Value,Variant SKU,"
            + "Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Status\n"
            + "cft-shop-lamp,Cft Shop Lamp,North,\"new, cosy\",TRUE,Size,S,cft-s1,3,10,12.5,"
            + "https://shop.example/1.jpg,active\n"
            + "cft-shop-lamp,,,,,,L,cft-s2,0,11,,https://shop.example/2.jpg,\n"
            + "cft-shop-draft,Cft Draft,North,,TRUE,,,cft-s3,3,10,,,draft\n";

    List<JsonPath> lines =
        lines(importing("").body(feed).post("/v1/catalog/import?format=shopify&currency=EUR"));

    assertThat(lines.get(0).getString("code")).isEqualTo("NOT_PUBLISHED");
    assertDone(lines, 3, 2, 0, 1);
    JsonPath product = product("cft-shop-lamp", ", context: {currency: \"EUR\"}");
    assertThat(product.getList("variants.nodes.sku")).containsExactly("cft-s1", "cft-s2");
    assertThat(product.getList("variants.nodes.selectedOptions.flatten().value"))
        .containsExactly("S", "L");
    assertThat(product.getString("variants.nodes[0].price.amount")).isEqualTo("10.00");
    assertThat(product.getString("variants.nodes[0].price.currencyCode")).isEqualTo("EUR");
    assertThat(product.getString("variants.nodes[0].compareAtPrice.amount")).isEqualTo("12.50");
    assertThat(product.getBoolean("variants.nodes[1].availableForSale")).isFalse();
    assertThat(product.getList("images.url"))
        .containsExactly("https://shop.example/1.jpg", "https://shop.example/2.jpg");
    assertThat(product.getList("tags")).containsExactly("new", "cosy");
    assertDone(
        lines(importing("").body(feed).post("/v1/catalog/import?format=shopify&currency=EUR")),
        3,
        0,
        2,
        1);
  }

  @Test
  void archivesWhatAShopifyExportNoLongerShows() {
    String header =
        "Handle,Title,Published,Variant SKU,Variant Inventory Qty,Variant Price,Status\n";
    String live = header + "cft-gone,Cft Gone,TRUE,cft-g1,3,10,active\n";
    String draft = header + "cft-gone,Cft Gone,TRUE,cft-g1,3,10,draft\n";

    importing("").body(live).post("/v1/catalog/import?format=shopify");
    assertThat(product("cft-gone").getString("title")).isEqualTo("Cft Gone");
    List<JsonPath> withdrawn =
        lines(importing("").body(draft).post("/v1/catalog/import?format=shopify"));

    assertThat(withdrawn.get(withdrawn.size() - 1).getInt("archived")).isOne();
    assertThat(GraphQl.nobody().refusal(PRODUCT.formatted("\"cft-gone\""))).isEqualTo("UNKNOWN_ID");
    importing("").body(live).post("/v1/catalog/import?format=shopify");
    assertThat(product("cft-gone").getString("title")).isEqualTo("Cft Gone");
  }

  @Test
  void importsJsonLines() {
    String lamp =
        "{'id':'cft-j','title':'Cft Json Lamp','brand':'North','price':12.5,'salePrice':10,"
            + "'categories':[['Cft Json','Cft Lamps']],'images':['https://shop.example/j.jpg'],"
            + "'fits':['Cft N-1'],'variants':[{'id':'cft-j1','options':{'color':'Oat'}},"
            + "{'id':'cft-j2','options':{'color':'Sand'},'gtin':'4006381333931'}]}\n";
    String bad = "{'id':'cft-k','title':'K','variants':[{'id':'cft-k1','price':-1}]}\n";

    List<JsonPath> lines =
        lines(
            importing("")
                .body((lamp + bad).replace('\'', '"'))
                .post("/v1/catalog/import?format=jsonl&currency=JPY"));

    assertThat(lines.get(0).getString("field")).isEqualTo("price");
    assertThat(lines.get(1).getString("field")).isEqualTo("variants[0].price");
    assertThat(lines.get(1).getString("code")).isEqualTo("INVALID_PRICE");
    lines =
        lines(
            importing("")
                .body((lamp + bad).replace('\'', '"'))
                .post("/v1/catalog/import?format=jsonl"));
    assertDone(lines, 3, 2, 0, 1);
    JsonPath product = product("cft-json-lamp");
    assertThat(product.getList("variants.nodes.sku")).containsExactly("cft-j1", "cft-j2");
    assertThat(product.getString("variants.nodes[1].barcode")).isEqualTo("4006381333931");
    assertThat(product.getString("variants.nodes[1].compareAtPrice.amount")).isEqualTo("12.50");
    assertThat(product.getString("attributes.find { it.name == 'fits' }.values[0]"))
        .isEqualTo("Cft N-1");
  }

  @Test
  void servesTheSchemaThatLinesAreValidatedWith() {
    given().get("/v1/catalog/schema").then().statusCode(200).contentType("application/schema+json");
    JsonPath schema = JsonPath.from(given().get("/v1/catalog/schema").asString());

    assertThat(schema.getString("'$schema'"))
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.getList("required")).containsExactly("id", "title");
  }

  @Test
  void refusesWithACodeWhatWouldHarmOrCannotBeRead() {
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<rss><channel><item><title>&b;</title></item></channel></rss>";
    assertError(
        importing("").body(bomb).post("/v1/catalog/import?format=google"),
        400,
        "INVALID_XML",
        null);
    assertError(
        importing("")
            .body("<?xml version=\"1.0\" encoding=\"klingon\"?><rss/>")
            .post("/v1/catalog/import?format=google"),
        400,
        "INVALID_ENCODING",
        null);
    assertError(
        importing("").body("Title\nx\n").post("/v1/catalog/import?format=shopify"),
        400,
        "MISSING_FIELD",
        "Handle");
    assertError(
        importing("").body("x").post("/v1/catalog/import?format=shopify&currency=QQQ"),
        400,
        "INVALID_CURRENCY",
        "currency");
    importing("")
        .body("Handle;Title;Variant Price\ncft-q;Cft;1\n")
        .post("/v1/catalog/import?format=shopify")
        .then()
        .statusCode(400)
        .body("message", containsString("a comma separates them"));
    assertFails(
        "shopify", "Handle,Title,Variant Price\ncft-q,\"Cft open,1\ncft-r,R,1\n", "INVALID_ROW");
    assertFails("google", "<rss><channel><item><title>x</title></item>", "TRUNCATED");
    assertFails("google", "<rss><channel><item><title>x</item></channel></rss>", "INVALID_XML");
  }

  @Test
  void takesTextsThatAreAsLongAndStrangeAsTextsGet() {
    String title =
        Stream.iterate(0x4e00, c -> c + 7)
            .limit(900)
            .map(Character::toString)
            .reduce("", String::concat);
    String path =
        String.join(" > ", List.of("Cft " + title.substring(0, 190), "B", "A".repeat(190)));
    String feed =
        "id\ttitle\tdescription\tproduct_type\tprice\tlink\n"
            + "cft-long1\t"
            + title
            + "\t"
            + "<p>soft ".repeat(130_000)
            + "\t"
            + path
            + "\t1 USD\thttps://shop.example/"
            + "ab".repeat(990)
            + "\n"
            + "cft-long2\t=cmd|'/C calc'!A0\t\t"
            + "Cft > ".repeat(5_000)
            + "\t1 USD\thttps://x/"
            + "ab".repeat(100_000)
            + "\n";

    List<JsonPath> lines = lines(importing("").body(feed).post("/v1/catalog/import?format=google"));

    assertDone(lines, 2, 2, 0, 0);
    assertThat(lines.subList(0, lines.size() - 1))
        .extracting(line -> line.getInt("line") + line.getString("field") + line.getString("code"))
        .contains("2descriptionTOO_LONG", "3product_typeINVALID_VALUE", "3linkTOO_LONG");
    assertThat(product("cmd-c-calc-a0").getString("title")).isEqualTo("=cmd|'/C calc'!A0");
  }

  @Test
  void importsARealShopifyExportWhole() throws IOException {
    byte[] feed = Files.readAllBytes(SharedData.file("bestbuy/products_export.csv.gz"));

    List<JsonPath> lines =
        lines(importing("gzip").body(feed).post("/v1/catalog/import?format=shopify"));

    JsonPath done = lines.get(lines.size() - 1);
    assertThat(done.getBoolean("done")).isTrue();
    assertThat(done.getInt("rejected")).isZero();
    assertThat(done.getInt("warnings")).isZero();
  }

  private static void assertFails(String format, String feed, String code) {
    List<JsonPath> lines =
        lines(importing("").body(feed).post("/v1/catalog/import?format=" + format));
    assertThat(lines.get(lines.size() - 1).getBoolean("done")).isFalse();
    assertThat(lines.get(lines.size() - 1).getString("code")).isEqualTo(code);
  }

  private static JsonPath product(String handle) {
    return product(handle, "");
  }

  private static JsonPath product(String handle, String context) {
    JsonPath answer = GraphQl.nobody().ask(PRODUCT.formatted("\"" + handle + "\"" + context));
    assertThat(answer.getList("errors")).isNull();
    answer.setRootPath("data.product");
    return answer;
  }
}
