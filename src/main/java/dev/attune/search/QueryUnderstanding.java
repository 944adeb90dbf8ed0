package dev.attune.search;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.search.listing.Filter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads brands, categories, colours and price limits out of a query. A price limit narrows and is
 * taken out of the words; a name only ranks, because words are ambiguous.
 */
final class QueryUnderstanding {
  private static final String AMOUNT =
      "[$€£]?\\s*(\\d+(?:\\.\\d{1,2})?)\\s*(?:dollars?|usd|euros?|eur|bucks|[$€£])?";
  private static final String NO_UNIT =
      "(?![\\d.])(?!\\s*(?:inch|inches|in|cm|mm|m|kg|g|gb|tb|mb|w|watts?|v|mah|ml|l|oz|lbs?|ft"
          + "|hz|ghz|mp|pcs?|pack|\"|%)\\b)";
  private static final Pattern BETWEEN =
      Pattern.compile("\\bbetween\\s+" + AMOUNT + "\\s+and\\s+" + AMOUNT + NO_UNIT);
  private static final Pattern UNDER =
      Pattern.compile("\\b(?:under|below|less than|cheaper than|up to)\\s+" + AMOUNT + NO_UNIT);
  private static final Pattern OVER =
      Pattern.compile("\\b(?:over|above|more than|at least)\\s+" + AMOUNT + NO_UNIT);
  private static final Set<String> COLOURS =
      Set.of("color", "colour", "product_color", "product_colour");
  private static final int LONGEST_NAME = 4;

  private final Map<String, List<Understood>> names = new HashMap<>();

  /** What a query means beside its words. */
  record Meaning(String text, List<Understood> understood) {
    List<Filter> filters() {
      return understood.stream().filter(Understood::narrows).map(Understood::filter).toList();
    }

    List<Filter> preferred() {
      return understood.stream().filter(it -> !it.narrows()).map(Understood::filter).toList();
    }
  }

  QueryUnderstanding(CatalogSnapshot catalog) {
    for (Category category : catalog.categories()) {
      name(category.title(), "category", category.id().value());
    }
    for (Product product : catalog.products()) {
      if (product.brand() != null) {
        name(product.brand(), "brand", product.brand());
      }
      for (Attribute attribute : product.attributes()) {
        if (COLOURS.contains(attribute.name())) {
          attribute.values().forEach(value -> name(value, attribute.name(), value));
        }
      }
    }
  }

  private void name(String name, String field, String value) {
    String key = key(name);
    Understood meant = new Understood(Filter.in(field, value), name, key, false);
    List<Understood> all = names.computeIfAbsent(key, any -> new ArrayList<>());
    boolean known =
        all.stream()
            .map(Understood::filter)
            .anyMatch(it -> it.field().equals(field) && key(it.in().get(0)).equals(key(value)));
    if (!known && !key.isEmpty()) {
      all.add(meant);
    }
  }

  Meaning of(String query) {
    List<Understood> understood = new ArrayList<>();
    String text = price(query.strip().toLowerCase(Locale.ROOT), understood);
    String[] words = key(text).split(" ");
    int from = 0;
    while (from < words.length) {
      from += named(words, from, understood);
    }
    return new Meaning(text.isBlank() || !understood.isEmpty() ? text : query, understood);
  }

  /** Takes the longest name that starts here; how many words to go on. */
  private int named(String[] words, int from, List<Understood> understood) {
    for (int to = Math.min(words.length, from + LONGEST_NAME); to > from; to--) {
      String name = String.join(" ", List.of(words).subList(from, to));
      List<Understood> meant = names.getOrDefault(name, List.of());
      if (!meant.isEmpty()) {
        understood.addAll(meant);
        return to - from;
      }
    }
    return 1;
  }

  private static String price(String query, List<Understood> understood) {
    @Nullable Matcher found = null;
    Filter filter = Filter.between("price", null, null);
    for (Pattern pattern : List.of(BETWEEN, UNDER, OVER)) {
      Matcher matcher = pattern.matcher(query);
      if (found == null && matcher.find()) {
        found = matcher;
        BigDecimal amount = new BigDecimal(matcher.group(1));
        filter =
            pattern == BETWEEN
                ? Filter.between("price", amount, new BigDecimal(matcher.group(2)))
                : pattern == UNDER
                    ? Filter.between("price", null, amount)
                    : Filter.between("price", amount, null);
      }
    }
    if (found == null || upsideDown(filter)) {
      return query;
    }
    understood.add(new Understood(filter, "Price", found.group().strip(), true));
    return (query.substring(0, found.start()) + " " + query.substring(found.end())).strip();
  }

  private static boolean upsideDown(Filter filter) {
    return filter.min() != null && filter.max() != null && filter.min().compareTo(filter.max()) > 0;
  }

  /** Lower case words, plural or not. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
      boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
      key.append(key.isEmpty() || word.isEmpty() ? "" : " ")
          .append(plural ? word.substring(0, word.length() - 1) : word);
    }
    return key.toString();
  }
}
