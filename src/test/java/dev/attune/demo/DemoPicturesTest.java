package dev.attune.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.attune.simulator.SimulatedProduct;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class DemoPicturesTest {
  private static final DemoPictures PICTURES = DemoPictures.load();

  @Test
  void drawsAPictureForEveryProduct() {
    for (SimulatedProduct product : DemoShop.assortment()) {
      assertTrue(PICTURES.svg(product.id()).isPresent(), product.id());
    }
  }

  @Test
  void drawsAPictureForEveryRowOfTheFeed() {
    for (Map<String, String> row : DemoShop.rows()) {
      assertTrue(PICTURES.svg(row.get("id")).isPresent(), row.get("id"));
    }
  }

  @Test
  void drawsAPictureForEveryHeroAndGuide() {
    Set<String> ids = new HashSet<>();
    DemoResources.json("heroes.json").forEach(node -> ids.add(node.get("id").asText()));
    DemoResources.json("content.json").forEach(node -> ids.add(node.get("id").asText()));

    assertTrue(PICTURES.ids().containsAll(ids), ids::toString);
  }

  @Test
  void drawsWellFormedXmlWithoutOpenPlaceholders() throws Exception {
    var documents = DocumentBuilderFactory.newInstance();
    for (String id : PICTURES.ids()) {
      String svg = PICTURES.svg(id).orElseThrow();
      var document = documents.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
      assertEquals("svg", document.getDocumentElement().getTagName(), id);
      assertFalse(svg.contains("{"), id);
    }
  }

  @Test
  void drawsTheSamePictureAgain() {
    assertEquals(PICTURES.svg("LL-1001"), DemoPictures.load().svg("LL-1001"));
  }

  @Test
  void drawsNothingForAnIdItDoesNotKnow() {
    assertTrue(PICTURES.svg("LL-0000").isEmpty());
  }
}
