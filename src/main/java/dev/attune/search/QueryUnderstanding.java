package dev.attune.search;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.search.listing.Filter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads brands, categories, colours, sizes, other attributes' values and price limits out of a
 * query. A price limit narrows and is taken out of the words; a name only ranks, because words are
 * ambiguous.
 */
final class QueryUnderstanding {
  private static final Set<String> COLOURS =
      Set.of("color", "colour", "product_color", "product_colour", "farbe", "couleur", "kleur");
  private static final Set<String> SIZES = Set.of("size", "größe", "grosse", "taille", "talla");

  /** What cannot be told from other words without {@code size} before it. */
  private static final Pattern AMBIGUOUS_SIZE = Pattern.compile(".|[\\d\\W]+");

  /** Of other attributes only such values are names. */
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L} -]{2,29}");

  /** A value that fewer products have is no name that shoppers would use. */
  private static final int FEWEST_PRODUCTS = 5;

  /** Attributes that many products share are read once; so many are known again. */
  private static final int MOST_REMEMBERED = 1_000_000;

  private static final Pattern SPACES = Pattern.compile("\\s+");
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
    Map<String, Value> values = new HashMap<>();
    Set<String> brands = new HashSet<>();
    Map<Attribute, int[]> repeated = new IdentityHashMap<>();
    for (Product product : catalog.products()) {
      String brand = product.brand();
      if (brand != null && brands.add(brand)) {
        name(brand, "brand", brand);
      }
      for (Attribute attribute : product.attributes()) {
        int @Nullable [] times = repeated.get(attribute);
        if (times != null) {
          times[0]++;
          continue;
        }
        attribute.values().forEach(value -> value(attribute, value, values));
        if (repeated.size() < MOST_REMEMBERED) {
          repeated.put(attribute, new int[1]);
        }
      }
    }
    repeated.forEach((attribute, times) -> repeat(attribute, times[0], values));
    values.forEach(
        (key, value) -> {
          if (value.unambiguous && value.products >= FEWEST_PRODUCTS && !names.containsKey(key)) {
            name(value.text, value.attribute, value.text);
          }
        });
  }

  /** Counts more products that say the same. */
  private static void repeat(Attribute attribute, int times, Map<String, Value> values) {
    if (COLOURS.contains(attribute.name()) || SIZES.contains(attribute.name())) {
      return;
    }
    for (String value : attribute.values()) {
      @Nullable Value named = NAME.matcher(value).matches() ? values.get(key(value)) : null;
      if (named != null) {
        named.products += times;
      }
    }
  }

  private void value(Attribute attribute, String value, Map<String, Value> values) {
    if (COLOURS.contains(attribute.name())) {
      name(value, attribute.name(), value);
    } else if (SIZES.contains(attribute.name())) {
      SIZES.forEach(size -> name(size + " " + value, attribute.name(), value));
      if (!AMBIGUOUS_SIZE.matcher(value).matches()) {
        name(value, attribute.name(), value);
      }
    } else if (NAME.matcher(value).matches()) {
      values
          .computeIfAbsent(key(value), any -> new Value(attribute.name(), value))
          .seen(attribute.name());
    }
  }

  /** A value of an attribute while the catalog is read. */
  private static final class Value {
    private final String attribute;
    private final String text;
    private int products;
    private boolean unambiguous = true;

    Value(String attribute, String text) {
      this.attribute = attribute;
      this.text = text;
    }

    void seen(String in) {
      products++;
      unambiguous = unambiguous && in.equals(attribute);
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
    String text =
        price(SPACES.matcher(query.strip().toLowerCase(Locale.ROOT)).replaceAll(" "), understood);
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
    PriceWords.@Nullable Found found = PriceWords.in(query);
    if (found == null) {
      return query;
    }
    understood.add(new Understood(found.filter(), "Price", found.from(), true));
    return found.rest();
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
