package dev.attune.catalog.feed.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Relation;
import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.LocalText;
import dev.attune.catalog.feed.MarketPrice;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line says beyond one market and one product. */
final class LineExtras {
  private final JsonNode product;
  private final Findings findings;
  private final ItemFields fields;

  LineExtras(JsonNode product, Findings findings) {
    this.product = product;
    this.findings = findings;
    this.fields = new ItemFields(findings);
  }

  /** Those of one variant; relations are said by the first. */
  Extras read(JsonNode variant, String at, List<MarketPrice> prices, boolean first) {
    boolean own = variant.has("texts");
    JsonNode texts = (own ? variant : product).path("texts");
    JsonNode days = product.path("daysOfUse");
    return new Extras(
        prices,
        texts.isMissingNode() ? List.of() : texts(texts, (own ? at : "") + "texts"),
        first ? relations() : List.of(),
        days.isNumber() ? days.intValue() : null);
  }

  private List<LocalText> texts(JsonNode all, String path) {
    List<LocalText> texts = new ArrayList<>(all.size());
    for (Map.Entry<String, JsonNode> entry : all.properties()) {
      JsonNode text = entry.getValue();
      String here = path + "." + entry.getKey() + ".";
      String locale = Locale.forLanguageTag(entry.getKey()).toLanguageTag();
      if (texts.stream().anyMatch(known -> known.locale().equals(locale))) {
        findings.refuse(
            ErrorCode.INVALID_VALUE, path + "." + entry.getKey(), "A locale has one text");
      }
      @Nullable String title =
          text.has("title")
              ? fields.title(here + "title", ItemFields.clean(text.get("title").asText()))
              : null;
      @Nullable String description =
          fields.description(
              here + "description", ItemFields.clean(text.path("description").asText("")));
      texts.add(new LocalText(locale, title, description));
    }
    return texts;
  }

  private List<Relation> relations() {
    List<Relation> relations = new ArrayList<>();
    String self = product.path("id").asText();
    JsonNode all = product.path("relations");
    for (int i = 0; i < all.size(); i++) {
      JsonNode node = all.get(i);
      String target = ItemFields.clean(node.path("product").asText());
      if (target.equals(self)) {
        findings.warn(
            ErrorCode.INVALID_VALUE,
            "relations[" + i + "].product",
            "A product has no relation to itself");
        continue;
      }
      JsonNode step = node.path("step");
      Relation relation =
          new Relation(
              Relation.Kind.valueOf(node.path("kind").asText()),
              new ProductId(target),
              node.has("routine") ? node.get("routine").asText() : null,
              step.isNumber() ? step.intValue() : null);
      if (!relations.contains(relation)) {
        relations.add(relation);
      }
    }
    return relations;
  }
}
