package dev.attune.catalog.feed.google;

import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.CategoryPath;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.text.PlainText;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a Google Merchant feed on its way to an item. */
final class GoogleRow {
  private static final List<String> OPTIONS = List.of("color", "size", "material", "pattern");

  /** A comma between addresses, not one inside an address. */
  private static final Pattern BETWEEN_LINKS =
      Pattern.compile(",\\s{0,8}(?=https?:|/)|\\s{1,8}(?=https?:)");

  private final GoogleCells cells;
  private final Findings findings = new Findings();
  private final ItemFields fields = new ItemFields(findings);

  GoogleRow(GoogleCells cells) {
    this.cells = cells;
  }

  FeedRow read() {
    String id = fields.id("id", cell("id"), ItemFields.MAX_ID);
    if (id.isEmpty()) {
      findings.refuse(ErrorCode.MISSING_FIELD, "id", "Every row needs an id of its own");
    }
    String group = fields.id("item_group_id", cell("item_group_id"), ItemFields.MAX_ID);
    String title = fields.title("title", cell("title"));
    Offer offer = new GoogleOffer(this::cell, findings).read();
    Integer quantity = fields.quantity("quantity", cell("quantity"));
    Availability availability = fields.availability("availability", cell("availability"), quantity);
    @Nullable String gtin = fields.gtin("gtin", cell("gtin"));
    Rejection refusal = findings.refusal();
    if (refusal != null) {
      return new FeedRow.Refused(cells.line(), refusal);
    }
    Item item =
        new Item(
            id,
            group.isEmpty() ? id : group,
            null,
            title,
            fields.description("description", cell("description")),
            fields.line("brand", cell("brand")),
            categories(),
            tags(),
            attributes(),
            options(),
            images(),
            fields.address("link", cell("link")),
            offer,
            availability,
            quantity,
            gtin,
            Extras.NONE);
    return new FeedRow.Accepted(cells.line(), item, findings.warnings());
  }

  private String cell(String name) {
    return cells.cell(name);
  }

  private List<List<String>> categories() {
    List<String> paths = cells.all("product_type");
    String google = cell("google_product_category");
    boolean named = !google.isEmpty() && !google.chars().allMatch(Character::isDigit);
    List<String> all = paths.isEmpty() && named ? List.of(google) : paths;
    return fields.categories(
        "product_type",
        all.stream().map(path -> CategoryPath.parse(PlainText.line(path))).toList());
  }

  private List<String> tags() {
    List<String> tags = new ArrayList<>(5);
    for (int i = 0; i <= 4; i++) {
      String label = cell("custom_label_" + i);
      if (!label.isEmpty() && !tags.contains(label)) {
        tags.add(label);
      }
    }
    return tags;
  }

  private List<String> images() {
    List<String> images = new ArrayList<>(cells.all("image_link"));
    for (String more : cells.all("additional_image_link")) {
      images.addAll(Arrays.asList(BETWEEN_LINKS.split(more)));
    }
    return fields.addresses("image_link", images);
  }

  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    for (String name : OPTIONS) {
      String value = PlainText.line(cell(name));
      if (!value.isEmpty()) {
        options.put(name, value);
      }
    }
    return options;
  }

  private List<Detail> attributes() {
    List<Detail> details = new ArrayList<>();
    single(details, "Gender", "gender");
    single(details, "Age group", "age_group");
    single(details, "MPN", "mpn");
    details.addAll(cells.details());
    List<String> highlights =
        cells.highlights().stream()
            .map(PlainText::line)
            .filter(highlight -> !highlight.isEmpty())
            .toList();
    if (!highlights.isEmpty()) {
      details.add(new Detail("Highlight", highlights));
    }
    return details;
  }

  private void single(List<Detail> details, String label, String field) {
    String value = PlainText.line(cell(field));
    if (!value.isEmpty()) {
      details.add(new Detail(label, List.of(value)));
    }
  }
}
