package dev.attune.demo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoImagesTest {
  @Test
  void servesAPictureToAnybody() {
    given()
        .get("/demo/images/LL-1001-OAT.svg")
        .then()
        .statusCode(200)
        .contentType(startsWith("image/svg+xml"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", containsString("max-age=86400"))
        .body(equalTo(DemoPictures.load().svg("LL-1001-OAT").orElseThrow()));
    given().get("/demo/images/hero-evergreen.svg").then().statusCode(200);
  }

  @Test
  void hasNoOtherPictures() {
    given().get("/demo/images/LL-0000.svg").then().statusCode(404);
    given().get("/demo/images/..%2Fproducts.svg").then().statusCode(404);
  }
}
