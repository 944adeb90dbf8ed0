package dev.attune.catalog.feed.shopify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a Shopify product export that mean something here, by their old and new names. */
enum Column {
  HANDLE("handle", "url handle"),
  TITLE("title"),
  BODY("body (html)", "body html", "body", "description"),
  VENDOR("vendor"),
  CATEGORY("product category", "standard product type", "standardized product type"),
  TYPE("type", "custom product type", "product type"),
  TAGS("tags"),
  PUBLISHED("published", "published on online store"),
  STATUS("status"),
  OPTION1_NAME("option1 name"),
  OPTION1_VALUE("option1 value"),
  OPTION2_NAME("option2 name"),
  OPTION2_VALUE("option2 value"),
  OPTION3_NAME("option3 name"),
  OPTION3_VALUE("option3 value"),
  SKU("variant sku", "sku"),
  GRAMS("variant grams", "weight value (grams)"),
  TRACKER("variant inventory tracker", "inventory tracker"),
  QUANTITY("variant inventory qty", "variant inventory quantity", "inventory quantity"),
  POLICY("variant inventory policy", "continue selling when out of stock"),
  PRICE("variant price", "price"),
  COMPARE_AT("variant compare at price", "compare-at price", "compare at price"),
  COST("cost per item", "variant cost"),
  BARCODE("variant barcode", "barcode"),
  IMAGE("image src", "product image url"),
  POSITION("image position"),
  VARIANT_IMAGE("variant image", "variant image url"),
  GOOGLE_CATEGORY("google shopping / google product category"),
  GENDER("google shopping / gender"),
  AGE_GROUP("google shopping / age group"),
  MPN("google shopping / mpn", "google shopping / manufacturer part number (mpn)"),
  CONDITION("google shopping / condition"),
  LABEL0("google shopping / custom label 0"),
  LABEL1("google shopping / custom label 1"),
  LABEL2("google shopping / custom label 2"),
  LABEL3("google shopping / custom label 3"),
  LABEL4("google shopping / custom label 4");

  /** Names of options, and under the same index the columns of their values. */
  static final List<Column> OPTION_NAMES = List.of(OPTION1_NAME, OPTION2_NAME, OPTION3_NAME);

  static final List<Column> OPTION_VALUES = List.of(OPTION1_VALUE, OPTION2_VALUE, OPTION3_VALUE);
  static final List<Column> LABELS = List.of(LABEL0, LABEL1, LABEL2, LABEL3, LABEL4);

  private static final Map<String, Column> BY_NAME =
      Arrays.stream(values())
          .flatMap(column -> column.names.stream().map(name -> Map.entry(name, column)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** Empty for a name that means nothing here; prices of single markets are such. */
  static Optional<Column> named(String header) {
    String name = header.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
