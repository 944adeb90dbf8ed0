package dev.attune.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.relation.Relations;
import dev.attune.catalog.relation.Relations.Stated;
import dev.attune.catalog.store.CatalogImporter;
import dev.attune.catalog.store.Format;
import dev.attune.catalog.store.ImportListener;
import dev.attune.catalog.store.ImportSummary;
import dev.attune.catalog.store.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the demo shop's products and what relates them into the catalog; again changes nothing. */
@ApplicationScoped
class DemoAssortment {
  private final CatalogImporter importer;
  private final Relations relations;

  DemoAssortment(CatalogImporter importer, Relations relations) {
    this.importer = importer;
    this.relations = relations;
  }

  /** Returns how many rows the feed has. Blocks. */
  long load() {
    byte[] feed = DemoResources.text("products.tsv").getBytes(StandardCharsets.UTF_8);
    ImportSummary summary =
        importer.run(
            new ByteArrayInputStream(feed),
            Format.GOOGLE,
            Mode.DELTA,
            false,
            ImportListener.SILENT);
    relations.store(stated());
    return summary.read();
  }

  /** As the file says it: {@code product} is the accessory, the successor, the later step. */
  static List<Stated> stated() {
    return DemoResources.text("relations.jsonl")
        .lines()
        .map(DemoResources::parsed)
        .map(DemoAssortment::stated)
        .toList();
  }

  private static Stated stated(JsonNode node) {
    @Nullable JsonNode routine = node.get("routine");
    @Nullable JsonNode position = node.get("position");
    return new Stated(
        new ProductId(node.get("product").asText()),
        new Relation(
            Relation.Kind.valueOf(node.get("kind").asText()),
            new ProductId(node.get("target").asText()),
            routine == null ? null : routine.asText(),
            position == null ? null : position.asInt()));
  }
}
