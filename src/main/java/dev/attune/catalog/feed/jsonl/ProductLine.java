package dev.attune.catalog.feed.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.Slug;
import dev.attune.catalog.feed.text.PlainText;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line that fits the schema on its way to items; one bad variant refuses the whole line. */
final class ProductLine {
  private final long line;
  private final JsonNode product;
  private final Currency currency;
  private final Findings findings = new Findings();
  private final ItemFields fields = new ItemFields(findings);
  private final LineExtras extras;

  ProductLine(long line, JsonNode product, Currency currency) {
    this.line = line;
    this.product = product;
    this.currency = currency;
    this.extras = new LineExtras(product, findings);
  }

  List<FeedRow> read() {
    Common common =
        new Common(
            fields.id("id", text(product, "id"), ItemFields.MAX_LONG_ID),
            fields.title("title", text(product, "title")),
            fields.description("description", text(product, "description")),
            fields.line("brand", text(product, "brand")),
            fields.categories("categories", paths()),
            LineAttributes.texts(product.path("tags")),
            LineAttributes.of(product));
    List<JsonNode> variants = new ArrayList<>();
    product.path("variants").forEach(variants::add);
    List<Item> items = new ArrayList<>(variants.size());
    if (variants.isEmpty()) {
      item(common, product, "", true, items);
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < variants.size(); i++) {
      JsonNode variant = variants.get(i);
      if (!ids.add(text(variant, "id"))) {
        findings.refuse(
            ErrorCode.DUPLICATE_ID, "variants[" + i + "].id", "Variants have ids of their own");
      }
      item(common, variant, "variants[" + i + "].", i == 0, items);
    }
    return rows(items);
  }

  private List<FeedRow> rows(List<Item> items) {
    Rejection refusal = findings.refusal();
    if (refusal != null) {
      return List.of(new FeedRow.Refused(line, refusal));
    }
    List<FeedRow> rows = new ArrayList<>(items.size());
    for (Item item : items) {
      List<Rejection> warnings = rows.isEmpty() ? findings.warnings() : List.of();
      rows.add(new FeedRow.Accepted(line, item, warnings));
    }
    return rows;
  }

  /** What the variants have in common. */
  private record Common(
      String id,
      String title,
      @Nullable String description,
      @Nullable String brand,
      List<List<String>> categories,
      List<String> tags,
      List<Detail> attributes) {}

  /**
   * Adds one variant's item where nothing refuses the line.
   *
   * @param at the path of the variant, empty for the product itself
   */
  private void item(Common common, JsonNode variant, String at, boolean first, List<Item> items) {
    String id = fields.id(at + "id", text(variant, "id"), ItemFields.MAX_LONG_ID);
    String ownTitle = text(variant, "title");
    String title = ownTitle.isEmpty() ? common.title() : fields.title(at + "title", ownTitle);
    LinePrices prices = new LinePrices(product, variant, at, currency, findings);
    Offer offer = prices.base();
    JsonNode count = either(variant, "quantity");
    @Nullable Integer quantity = count.isInt() || count.isNumber() ? count.intValue() : null;
    Availability availability =
        fields.availability(
            at + "availability", either(variant, "availability").asText(""), quantity);
    Extras extra = extras.read(variant, at, prices.markets(), first);
    @Nullable String gtin = fields.gtin(at + "gtin", text(variant, "gtin"));
    if (findings.refusal() != null) {
      return;
    }
    items.add(
        new Item(
            id,
            common.id(),
            handle(),
            title,
            common.description(),
            common.brand(),
            common.categories(),
            common.tags(),
            attributes(common, variant),
            options(variant),
            images(variant, at),
            fields.address(at + "link", either(variant, "link").asText("")),
            offer,
            availability,
            quantity,
            gtin,
            extra));
  }

  private @Nullable String handle() {
    return ItemFields.blankToNull(text(product, "handle"));
  }

  /** What the variant says, else what its product says. */
  private JsonNode either(JsonNode variant, String name) {
    JsonNode own = variant.path(name);
    return own.isMissingNode() ? product.path(name) : own;
  }

  private List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>();
    for (JsonNode path : product.path("categories")) {
      paths.add(LineAttributes.texts(path));
    }
    return paths;
  }

  private List<Detail> attributes(Common common, JsonNode variant) {
    if (variant == product || !(variant.path("attributes") instanceof ObjectNode)) {
      return common.attributes();
    }
    List<Detail> own = LineAttributes.of(variant);
    List<Detail> all = new ArrayList<>(common.attributes());
    all.removeIf(detail -> own.stream().anyMatch(more -> more.label().equals(detail.label())));
    all.addAll(own);
    return all;
  }

  private static Map<String, String> options(JsonNode variant) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> option : variant.path("options").properties()) {
      String name = PlainText.line(ItemFields.clean(option.getKey()));
      String value = PlainText.line(ItemFields.clean(option.getValue().asText()));
      String key = Slug.key(name);
      if (!name.isEmpty() && !value.isEmpty()) {
        options.put(key.isEmpty() ? name : key, value);
      }
    }
    return options;
  }

  private List<String> images(JsonNode variant, String at) {
    List<String> images = new ArrayList<>();
    variant.path("images").forEach(image -> images.add(ItemFields.clean(image.asText())));
    if (variant != product) {
      product.path("images").forEach(image -> images.add(ItemFields.clean(image.asText())));
    }
    return fields.addresses(at + "images", images);
  }

  private static String text(JsonNode node, String name) {
    return ItemFields.clean(node.path(name).asText(""));
  }
}
