package dev.attune;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small assortment of a test's own, with ids and categories that no other test has. */
public final class TestShop {
  private static final String HEADER =
      "id\ttitle\tlink\timage_link\tavailability\tprice\tsale_price\tbrand\tproduct_type"
          + "\tcost_of_goods_sold\tquantity\n";

  private final StringBuilder rows = new StringBuilder(HEADER);

  /** Adds a product that can be bought. */
  public TestShop product(String id, String category, String brand) {
    return row(id, category, brand, "in_stock", "20.00 USD", 50);
  }

  public TestShop soldOut(String id, String category, String brand) {
    return row(id, category, brand, "out_of_stock", "20.00 USD", 0);
  }

  public TestShop unpriced(String id, String category, String brand) {
    return row(id, category, brand, "in_stock", "", 50);
  }

  /**
   * Adds a product that can be bought, at these amounts with their currency; blank for none.
   *
   * @param sale the reduced price
   * @param stock pieces
   */
  public TestShop priced(
      String id, String category, String price, String sale, String cost, int stock) {
    return row(id, category, "Brand of " + id, "in_stock", price, sale, cost, stock);
  }

  /** Imports what was added; what the shop has already stays. */
  public void open() {
    String answer =
        given()
            .header("Authorization", "Bearer test-secret-key")
            .contentType("text/tab-separated-values")
            .body(rows.toString())
            .post("/v1/catalog/import?format=google")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("\"done\":true").contains("\"rejected\":0");
  }

  /**
   * Prices so many variants in one batch, in USD.
   *
   * @param sku the name that their numbers, from 0, stand behind
   */
  public static void price(String sku, int many, IntUnaryOperator prices) {
    String batch =
        IntStream.range(0, many)
            .mapToObj(
                i ->
                    "{\"sku\":\"%s%d\",\"price\":\"%d\",\"currency\":\"USD\"}"
                        .formatted(sku, i, prices.applyAsInt(i)))
            .collect(Collectors.joining(",", "[", "]"));
    given()
        .header("Authorization", "Bearer test-secret-key")
        .contentType("application/json")
        .body(batch)
        .post("/v1/catalog/price")
        .then()
        .statusCode(200);
  }

  private TestShop row(
      String id, String category, String brand, String availability, String price, int stock) {
    return row(id, category, brand, availability, price, "", "8.00 USD", stock);
  }

  private TestShop row(
      String id,
      String category,
      String brand,
      String availability,
      String price,
      String sale,
      String cost,
      int stock) {
    rows.append(id)
        .append("\tThe ")
        .append(id)
        .append(" thing\thttps://shop.example/p/")
        .append(id)
        .append("\thttps://shop.example/i/")
        .append(id)
        .append(".jpg\t")
        .append(availability)
        .append('\t')
        .append(price)
        .append('\t')
        .append(sale)
        .append('\t')
        .append(brand)
        .append('\t')
        .append(category)
        .append('\t')
        .append(cost)
        .append('\t')
        .append(stock)
        .append('\n');
    return this;
  }
}
