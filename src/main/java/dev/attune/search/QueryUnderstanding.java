package dev.attune.search;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.compact.AttributeRows;
import dev.attune.search.listing.Filter;
import dev.attune.search.text.document.Names;
import dev.attune.search.text.words.Unwanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads brands, categories, colours, sizes, other attributes' values and price limits out of a
 * query. A price limit narrows and is taken out of the words, as are words for what is not wanted;
 * a name only ranks, because words are ambiguous.
 */
final class QueryUnderstanding {
  /** What cannot be told from other words without {@code size} before it. */
  private static final Pattern AMBIGUOUS_SIZE = Pattern.compile(".|[\\d\\W]+");

  /** Before a size. */
  private static final Pattern SIZE_NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + String.join("|", Names.sizes())
              + ")s?[\\s:]+(?=[\\p{L}\\p{N}])");

  /** A value that fewer products have is no name that shoppers would use. */
  private static final int FEWEST_PRODUCTS = 5;

  /** The title of more categories tells none of them apart. */
  private static final int MOST_MEANT = 100;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST_NAME = 4;

  private final Map<String, List<Understood>> names = new HashMap<>();

  /**
   * What a query means beside its words.
   *
   * @param excluded words for what is not wanted; they are left out of the text
   * @param cut whether words were left out of the text that nothing is understood from
   */
  record Meaning(String text, List<Understood> understood, List<String> excluded, boolean cut) {
    List<Filter> filters() {
      return understood.stream().filter(Understood::narrows).map(Understood::filter).toList();
    }

    List<Filter> preferred() {
      return understood.stream().filter(it -> !it.narrows()).map(Understood::filter).toList();
    }
  }

  QueryUnderstanding(CatalogSnapshot catalog) {
    this(catalog, AttributeRows.of(catalog));
  }

  QueryUnderstanding(CatalogSnapshot catalog, AttributeRows attributes) {
    categories(catalog);
    Set<String> brands = new LinkedHashSet<>();
    Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();
    for (Product product : catalog.products()) {
      if (product.brand() != null) {
        brands.add(product.brand());
      }
    }
    for (int number = 0; number < attributes.size(); number++) {
      count(attributes.attribute(number), attributes.products(number), counts);
    }
    brands.forEach(brand -> name(brand, "brand", brand));
    Map<String, Value> values = new HashMap<>();
    counts.forEach(
        (attribute, ofValue) ->
            ofValue.forEach((value, count) -> value(attribute, value, count[0], values)));
    values.forEach(
        (key, value) -> {
          if (value.unambiguous && value.products >= FEWEST_PRODUCTS && !names.containsKey(key)) {
            name(value.text, value.attribute, value.text);
          }
        });
  }

  private void categories(CatalogSnapshot catalog) {
    Map<String, List<Category>> titled = new HashMap<>();
    for (Category category : catalog.categories()) {
      titled.computeIfAbsent(key(category.title()), any -> new ArrayList<>()).add(category);
    }
    titled.forEach(
        (title, alike) -> {
          if (!title.isEmpty() && alike.size() <= MOST_MEANT) {
            names.put(
                title, new ArrayList<>(alike.stream().map(one -> meant(one, title)).toList()));
          }
        });
  }

  private static Understood meant(Category category, String title) {
    Filter filter = Filter.in("category", category.id().value());
    return new Understood(filter, category.title(), title, false);
  }

  private static void count(
      Attribute attribute, int products, Map<String, Map<String, int[]>> counts) {
    for (String value : attribute.values()) {
      if (Names.mayBeMeant(attribute.name(), value)) {
        counts.computeIfAbsent(attribute.name(), any -> new LinkedHashMap<>())
                .computeIfAbsent(value, any -> new int[1])[0] +=
            products;
      }
    }
  }

  private void value(String attribute, String value, int products, Map<String, Value> values) {
    if (Names.isColour(attribute)) {
      name(value, attribute, value);
    } else if (Names.isSize(attribute)) {
      Names.sizes().forEach(size -> name(size + " " + value, attribute, value));
      if (!AMBIGUOUS_SIZE.matcher(value).matches()) {
        name(value, attribute, value);
      }
    } else {
      values
          .computeIfAbsent(key(value), any -> new Value(attribute, value))
          .seen(attribute, products);
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

    void seen(String in, int times) {
      products += times;
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

  /**
   * @param currencies what prices are in, ISO 4217; asked for where the query names a currency
   */
  Meaning of(String query, Supplier<Set<String>> currencies) {
    Set<Understood> understood = new LinkedHashSet<>();
    String typed = SearchIndex.key(query);
    String priced = price(typed, currencies, understood);
    Unwanted unwanted = unwanted(priced, !understood.isEmpty());
    String[] words = key(unwanted.rest()).split(" ");
    int from = 0;
    while (from < words.length) {
      from += named(words, from, understood);
    }
    String text = withoutSizeNames(unwanted.rest(), understood);
    boolean cut = !priced.equals(typed) && understood.stream().noneMatch(Understood::narrows);
    return new Meaning(
        text.isBlank() || !text.equals(typed) || !understood.isEmpty() ? text : query,
        List.copyOf(understood),
        unwanted.words(),
        cut);
  }

  /** Products say in which sizes they come, but seldom that these are sizes. */
  private static String withoutSizeNames(String text, Set<Understood> understood) {
    boolean sized =
        understood.stream()
            .filter(it -> Names.isSize(it.filter().field()))
            .map(it -> it.from().split(" ", 2))
            .anyMatch(from -> from.length > 1 && Names.sizes().contains(from[0]));
    return sized ? SIZE_NAME.matcher(text).replaceAll("") : text;
  }

  /** Where nothing at all is asked for, what is named is what is wanted. */
  private static Unwanted unwanted(String text, boolean limited) {
    Unwanted unwanted = Unwanted.in(text);
    return unwanted.rest().isEmpty() && !limited ? new Unwanted(text, List.of()) : unwanted;
  }

  /** What is called by this name. */
  List<Filter> named(String name) {
    return names.getOrDefault(key(name), List.of()).stream().map(Understood::filter).toList();
  }

  /**
   * What other words mean in place of those typed; a price limit that was typed still holds, and
   * what was not wanted is not.
   */
  Meaning instead(Meaning typed, String words, Supplier<Set<String>> currencies) {
    Meaning meant = of(words, currencies);
    List<Understood> limits = typed.understood().stream().filter(Understood::narrows).toList();
    if (limits.isEmpty()) {
      return new Meaning(
          meant.text(), meant.understood(), typed.excluded(), typed.cut() || meant.cut());
    }
    List<Understood> understood = new ArrayList<>(limits);
    meant.understood().stream().filter(it -> !it.narrows()).forEach(understood::add);
    return new Meaning(meant.text(), understood, typed.excluded(), meant.cut());
  }

  /** Takes the longest name that starts here; how many words to go on. */
  private int named(String[] words, int from, Set<Understood> understood) {
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

  /** A limit in money that nothing here is sold for limits nothing: nobody said at what rate. */
  private static String price(
      String query, Supplier<Set<String>> currencies, Set<Understood> understood) {
    PriceWords.@Nullable Found found = PriceWords.in(query);
    if (found == null) {
      return query;
    }
    if (found.isIn(currencies)) {
      understood.add(new Understood(found.filter(), "Price", found.from(), true));
    }
    return found.rest();
  }

  /** Lower case words, plural or not. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (String word : NO_WORD.split(name.toLowerCase(Locale.ROOT))) {
      boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
      key.append(key.isEmpty() || word.isEmpty() ? "" : " ")
          .append(plural ? word.substring(0, word.length() - 1) : word);
    }
    return key.toString();
  }
}
