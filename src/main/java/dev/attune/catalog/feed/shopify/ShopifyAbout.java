package dev.attune.catalog.feed.shopify;

import dev.attune.catalog.feed.CategoryPath;
import dev.attune.catalog.feed.Detail;
import dev.attune.catalog.feed.Findings;
import dev.attune.catalog.feed.ItemFields;
import dev.attune.catalog.feed.text.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rows of a product say about all its variants; mostly the first row does. */
final class ShopifyAbout {
  private static final Pattern WEIGHT = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");

  private final List<ShopifyRow> rows;
  private final ItemFields fields;
  private final @Nullable String description;
  private final @Nullable String brand;
  private final List<List<String>> categories;
  private final List<String> tags;

  ShopifyAbout(List<ShopifyRow> rows, Findings findings) {
    this.rows = rows;
    this.fields = new ItemFields(findings);
    this.description = fields.description(name(Column.BODY), said(Column.BODY));
    this.brand = fields.line(name(Column.VENDOR), said(Column.VENDOR));
    this.categories = readCategories();
    this.tags = readTags();
  }

  /** The first cell of the column that is not empty. */
  static String said(List<ShopifyRow> rows, Column column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .orElse("");
  }

  @Nullable String description() {
    return description;
  }

  @Nullable String brand() {
    return brand;
  }

  List<List<String>> categories() {
    return categories;
  }

  List<String> tags() {
    return tags;
  }

  /** The path in Shopify's taxonomy, or Google's, and the merchant's own type. */
  private List<List<String>> readCategories() {
    String google = said(Column.GOOGLE_CATEGORY);
    boolean named = !google.chars().allMatch(Character::isDigit);
    String standard = said(Column.CATEGORY);
    List<List<String>> paths = new ArrayList<>(2);
    paths.add(path(standard.isEmpty() && named ? google : standard));
    paths.add(path(said(Column.TYPE)));
    return fields.categories(
        name(said(Column.TYPE).isEmpty() ? Column.CATEGORY : Column.TYPE),
        paths.stream().filter(path -> !path.isEmpty()).toList());
  }

  private List<String> readTags() {
    Set<String> tags = new LinkedHashSet<>();
    Arrays.stream(said(Column.TAGS).split(","))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .forEach(tags::add);
    Column.LABELS.stream().map(this::said).filter(label -> !label.isEmpty()).forEach(tags::add);
    return List.copyOf(tags);
  }

  /** Of the product, with what the variant's own row says. */
  List<Detail> attributes(ShopifyRow row) {
    List<Detail> details = new ArrayList<>();
    single(details, "Gender", said(Column.GENDER));
    single(details, "Age group", said(Column.AGE_GROUP));
    single(details, "MPN", said(Column.MPN));
    single(details, "Condition", said(Column.CONDITION));
    weight(details, row.code(Column.GRAMS));
    for (ShopifyHeader.Metafield field : row.header().metafields()) {
      String own = row.at(field.index());
      String text = own.isEmpty() ? rows.get(0).at(field.index()) : own;
      List<String> values =
          Arrays.stream(text.split(";"))
              .map(PlainText::line)
              .filter(value -> !value.isEmpty())
              .distinct()
              .toList();
      if (!values.isEmpty()) {
        details.add(new Detail(field.label(), values));
      }
    }
    return details;
  }

  private static void weight(List<Detail> details, String grams) {
    if (WEIGHT.matcher(grams).matches() && new BigDecimal(grams).signum() > 0) {
      String plain = new BigDecimal(grams).stripTrailingZeros().toPlainString();
      details.add(new Detail("Weight", List.of(plain + " g")));
    }
  }

  private static void single(List<Detail> details, String label, String text) {
    String value = PlainText.line(text);
    if (!value.isEmpty()) {
      details.add(new Detail(label, List.of(value)));
    }
  }

  private static List<String> path(String text) {
    return CategoryPath.parse(PlainText.line(text));
  }

  private String said(Column column) {
    return said(rows, column);
  }

  private String name(Column column) {
    return rows.get(0).name(column);
  }
}
