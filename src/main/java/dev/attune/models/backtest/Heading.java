package dev.attune.models.backtest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which column of a file holds what: by its name, in whatever order, else by its place.
 *
 * @param columns where each meaning is
 * @param labels names of categories, brands and the like, by where they are
 * @param width how many columns there are
 */
record Heading(Map<Meaning, Integer> columns, Map<Integer, String> labels, int width) {
  /** What rows of {@code shopper,product,timestamp} say. */
  static final List<Meaning> EVENTS = List.of(Meaning.SHOPPER, Meaning.PRODUCT, Meaning.TIME);

  /** What rows of {@code product,attributes} say. */
  static final List<Meaning> PRODUCTS = List.of(Meaning.OWN_ID, Meaning.ATTRIBUTES);

  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern LABEL =
      Pattern.compile(
          "(main|sub|top|leaf|primary|google|product)*categor(y|ies)(id|name|code|path|l?\\d|level\\d)?"
              + "|brand(id|name)?|vendor|manufacturer|department(name)?|product(type|group)(name)?"
              + "|collection|gender|colou?r(groupname)?|material|style|genres?");

  /** What a heading's last name does not begin with: a time, or an attribute's number. */
  private static final Pattern NO_NAME = Pattern.compile("\\d.*|a\\d.*");

  /** Something that a column holds, under the names that shops give it. */
  enum Meaning {
    SHOPPER(
        "shopper shopperid user userid customer customerid visitor visitorid buyer buyerid member"
            + " memberid client clientid account accountid reviewer reviewerid person personid uid"),
    PRODUCT(
        "product productid item itemid sku asin parentasin article articleid productsku itemsku"
            + " stockcode goods goodsid"),
    TIME(
        "timestamp time datetime date happenedat boughtat purchasedat orderedat occurredat createdat"
            + " eventtime eventdate eventtimestamp ordertime orderdate purchasetime purchasedate"
            + " invoicedate transactiondate unixreviewtime unixtime ts tdat"),
    EVENT("event eventtype eventname behavior behaviour behaviortype behaviourtype"),
    OWN_ID(PRODUCT.names + " id handle"),
    ATTRIBUTES("attributes attribute tags features words");

    private final String names;

    Meaning(String names) {
      this.names = names;
    }
  }

  Heading {
    columns = Map.copyOf(columns);
    labels = Map.copyOf(labels);
  }

  /**
   * Reads the names of columns; empty where they say too little.
   *
   * @param usual what the columns hold where nothing names them
   */
  static Optional<Heading> of(List<String> names, List<Meaning> usual) {
    List<String> plain = names.stream().map(Heading::plain).toList();
    Map<Meaning, Integer> columns = new EnumMap<>(Meaning.class);
    for (Meaning meaning : Meaning.values()) {
      for (String name : meaning.names.split(" ")) {
        if (plain.contains(name)) {
          columns.putIfAbsent(meaning, plain.indexOf(name));
        }
      }
    }
    Map<Integer, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < plain.size(); i++) {
      if (LABEL.matcher(plain.get(i)).matches()) {
        labels.put(i, plain.get(i));
      }
    }
    if (plain.size() == usual.size() && !NO_NAME.matcher(names.get(names.size() - 1)).matches()) {
      for (int i = 0; i < usual.size(); i++) {
        if (!columns.containsValue(i) && !labels.containsKey(i)) {
          columns.putIfAbsent(usual.get(i), i);
        }
      }
    }
    boolean enough =
        usual.stream().allMatch(it -> it == Meaning.ATTRIBUTES || columns.containsKey(it));
    return enough ? Optional.of(new Heading(columns, labels, names.size())) : Optional.empty();
  }

  /** Of {@code User_ID} and {@code userId} the same. */
  private static String plain(String name) {
    return NO_LETTER_OR_DIGIT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
