package dev.attune.catalog.feed.google;

import dev.attune.catalog.Availability;
import dev.attune.catalog.feed.CategoryPath;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.Extras;
import dev.attune.catalog.feed.FeedRow;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.Gtin;
import dev.attune.catalog.feed.Item;
import dev.attune.catalog.feed.Offer;
import dev.attune.catalog.feed.PlainText;
import dev.attune.catalog.feed.Quoted;
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
  private static final int MAX_ID = 50;
  private static final int MAX_TITLE = 1_000;
  private static final List<String> OPTIONS = List.of("color", "size", "material", "pattern");

  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

  /** A comma between addresses, not one inside an address. */
  private static final Pattern BETWEEN_LINKS =
      Pattern.compile(",\\s*(?=https?:|/)|\\s+(?=https?:)");

  /** A comma that prose would not write: without a space after it, and not inside a number. */
  private static final Pattern BETWEEN_HIGHLIGHTS = Pattern.compile(",(?=\\S)(?!(?<=\\d,)\\d)");

  private final GoogleHeader header;
  private final TsvRow row;
  private final Findings findings = new Findings();

  GoogleRow(GoogleHeader header, TsvRow row) {
    this.header = header;
    this.row = row;
  }

  FeedRow read() {
    String id = id("id", true);
    String group = id("item_group_id", false);
    String title = title();
    Offer offer = new GoogleOffer(this::cell, findings).read();
    Integer quantity = quantity();
    Availability availability = availability(quantity);
    @Nullable String gtin = gtin();
    Rejection refusal = findings.refusal();
    if (refusal != null) {
      return new FeedRow.Refused(row.line(), refusal);
    }
    Item item =
        new Item(
            id,
            group.isEmpty() ? id : group,
            title,
            blankToNull(PlainText.of(cell("description"))),
            blankToNull(PlainText.line(cell("brand"))),
            categories(),
            tags(),
            attributes(),
            options(),
            images(),
            blankToNull(cell("link")),
            offer,
            availability,
            quantity,
            gtin,
            Extras.NONE);
    return new FeedRow.Accepted(row.line(), item, findings.warnings());
  }

  private String cell(String name) {
    return header.cell(row.cells(), name);
  }

  private String id(String field, boolean required) {
    String id = cell(field);
    if (id.isEmpty() && required) {
      findings.refuse(ErrorCode.MISSING_FIELD, field, "Every row needs an id of its own");
    }
    if (id.length() > MAX_ID) {
      findings.refuse(ErrorCode.TOO_LONG, field, "An id has at most 50 characters");
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      findings.refuse(ErrorCode.INVALID_VALUE, field, "An id has no line breaks or tabs in it");
    }
    return id;
  }

  private String title() {
    String title = PlainText.line(cell("title"));
    if (title.isEmpty()) {
      findings.refuse(ErrorCode.MISSING_FIELD, "title", "Every row needs a title");
    }
    if (title.length() > MAX_TITLE) {
      findings.refuse(ErrorCode.TOO_LONG, "title", "A title has at most 1,000 characters");
    }
    return title;
  }

  private @Nullable Integer quantity() {
    String text = cell("quantity");
    if (text.isEmpty()) {
      return null;
    }
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      findings.refuse(
          ErrorCode.INVALID_VALUE,
          "quantity",
          "A quantity is a whole number from 0 on, not " + Quoted.of(text));
      return null;
    }
    return Integer.valueOf(text);
  }

  private Availability availability(@Nullable Integer quantity) {
    String text = cell("availability");
    if (text.isEmpty()) {
      boolean none = quantity != null && quantity == 0;
      return none ? Availability.OUT_OF_STOCK : Availability.IN_STOCK;
    }
    return Availability.parse(text)
        .orElseGet(
            () -> {
              findings.refuse(
                  ErrorCode.INVALID_VALUE,
                  "availability",
                  "Availability is in_stock, out_of_stock, preorder or backorder, not "
                      + Quoted.of(text));
              return Availability.OUT_OF_STOCK;
            });
  }

  private @Nullable String gtin() {
    String text = cell("gtin");
    String digits = text.replace(" ", "").replace("-", "");
    if (text.isEmpty() || Gtin.valid(digits)) {
      return blankToNull(digits);
    }
    findings.warn(
        ErrorCode.INVALID_VALUE,
        "gtin",
        "A GTIN has 8, 12, 13 or 14 digits and a fitting check digit, not " + Quoted.of(text));
    return null;
  }

  private List<List<String>> categories() {
    List<String> paths = header.cells(row.cells(), "product_type");
    String google = cell("google_product_category");
    boolean named = !google.isEmpty() && !google.chars().allMatch(Character::isDigit);
    List<String> all = paths.isEmpty() && named ? List.of(google) : paths;
    return all.stream()
        .map(path -> CategoryPath.parse(PlainText.line(path)))
        .filter(path -> !path.isEmpty())
        .distinct()
        .toList();
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
    List<String> images = new ArrayList<>(header.cells(row.cells(), "image_link"));
    for (String more : header.cells(row.cells(), "additional_image_link")) {
      images.addAll(Arrays.asList(BETWEEN_LINKS.split(more)));
    }
    return images.stream().map(String::strip).filter(i -> !i.isEmpty()).distinct().toList();
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
    for (String text : header.cells(row.cells(), "product_detail")) {
      details.addAll(ProductDetails.parse(text));
    }
    List<String> highlights =
        header.cells(row.cells(), "product_highlight").stream()
            .flatMap(BETWEEN_HIGHLIGHTS::splitAsStream)
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

  private static @Nullable String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
