package dev.attune.catalog.feed.shopify;

import dev.attune.catalog.feed.FeedMoney;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which column of an export holds what; unknown columns are ignored. */
final class ShopifyHeader {
  private static final Pattern METAFIELD =
      Pattern.compile("(?i)(.*?)\\s*\\((?:product|variant)\\.metafields\\.([^.()]+)\\.([^()]+)\\)");

  /** Whose metafields name other products and say nothing about this one. */
  private static final String DISCOVERY = "shopify--discovery";

  private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
  private final List<Metafield> metafields = new ArrayList<>();
  private final MarketColumns markets;
  private final List<String> names;

  /** A column of the merchant's own. */
  record Metafield(String label, int index) {}

  /**
   * @throws AttuneException MISSING_FIELD without a handle, title or price column
   */
  ShopifyHeader(List<String> names, FeedMoney money) {
    this.names = names.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    for (int i = 0; i < this.names.size(); i++) {
      String name = this.names.get(i);
      int index = i;
      Column.named(name).ifPresent(column -> columns.putIfAbsent(column, index));
      Matcher metafield = METAFIELD.matcher(name);
      if (metafield.matches() && !metafield.group(2).startsWith(DISCOVERY)) {
        String label = metafield.group(1).strip();
        metafields.add(new Metafield(label.isEmpty() ? metafield.group(3) : label, i));
      }
    }
    this.markets = new MarketColumns(this.names, money);
    require(Column.HANDLE, "Handle");
    require(Column.TITLE, "Title");
    require(Column.PRICE, "Variant Price");
  }

  int width() {
    return names.size();
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** Where the column is, or -1. */
  int index(Column column) {
    return columns.getOrDefault(column, -1);
  }

  /** What the feed itself calls the column. */
  String name(Column column) {
    int index = index(column);
    return index < 0 ? column.name() : names.get(index);
  }

  /** What the feed calls the column at this place. */
  String name(int index) {
    return names.get(index);
  }

  List<Metafield> metafields() {
    return metafields;
  }

  MarketColumns markets() {
    return markets;
  }

  /** Whether all columns came as one. */
  private boolean isSeparatedOtherwise() {
    return names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"));
  }

  private void require(Column column, String name) {
    if (!has(column)) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD,
          name,
          "The first line of a Shopify product export names its columns, "
              + name
              + " too"
              + (isSeparatedOtherwise() ? "; a comma separates them, no semicolon or tab" : ""));
    }
  }
}
