package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * Completes what is being typed by categories, brands and products of which some word begins like
 * it, in any case and without accents.
 */
public final class Suggester {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /**
   * Something that can be suggested.
   *
   * @param products how many products it stands for
   */
  private record Entry(Suggestion suggestion, int products) {}

  /** A text from one of its words on. */
  private record Key(String text, int entry) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<Key> keys = new ArrayList<>();

  /**
   * @param products those that may be suggested
   */
  Suggester(CatalogSnapshot catalog, List<Product> products) {
    Set<ProductId> ids = new HashSet<>();
    Map<String, Integer> brands = new HashMap<>();
    for (Product product : products) {
      ids.add(product.id());
      add(product.title(), Suggestion.Kind.PRODUCT, product.id().value(), 1);
      if (product.brand() != null) {
        brands.merge(product.brand(), 1, Integer::sum);
      }
    }
    brands.forEach((brand, count) -> add(brand, Suggestion.Kind.BRAND, brand, count));
    for (Category category : catalog.categories()) {
      int count =
          (int)
              catalog.productsIn(category.id()).stream().filter(p -> ids.contains(p.id())).count();
      if (count > 0) {
        add(category.title(), Suggestion.Kind.CATEGORY, category.id().value(), count);
      }
    }
    keys.sort(Comparator.comparing(Key::text).thenComparingInt(Key::entry));
  }

  private void add(String text, Suggestion.Kind kind, String id, int products) {
    String rest = folded(text);
    while (!rest.isEmpty()) {
      keys.add(new Key(rest, entries.size()));
      int space = rest.indexOf(' ');
      rest = space < 0 ? "" : rest.substring(space + 1);
    }
    entries.add(new Entry(new Suggestion(text, kind, id), products));
  }

  /**
   * As {@link #suggest(String, int, ToDoubleFunction)}, begun by what others searched and found.
   *
   * @param queries the most popular first; every second suggestion at most is one of them
   */
  public List<Suggestion> suggest(
      String prefix, int n, List<String> queries, ToDoubleFunction<ProductId> popularity) {
    String typed = folded(prefix);
    List<Suggestion> all = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (String query : queries) {
      String text = folded(query);
      boolean completes = !typed.isEmpty() && startsAtAWord(text, typed) && !text.equals(typed);
      if (completes && all.size() < Math.max(1, n / 2) && all.size() < n && said.add(text)) {
        all.add(new Suggestion(query, Suggestion.Kind.QUERY, query));
      }
    }
    for (Suggestion other : suggest(prefix, n, popularity)) {
      boolean repeats =
          other.kind() != Suggestion.Kind.PRODUCT && said.contains(folded(other.text()));
      if (all.size() < n && !repeats) {
        all.add(other);
      }
    }
    return List.copyOf(all);
  }

  private static boolean startsAtAWord(String text, String typed) {
    return text.startsWith(typed) || text.contains(" " + typed);
  }

  /**
   * At most {@code n} completions: up to half of them categories and brands, those with the most
   * products first, then products by demand.
   *
   * @param popularity demand for a product, whatever its unit
   */
  public List<Suggestion> suggest(String prefix, int n, ToDoubleFunction<ProductId> popularity) {
    String typed = folded(prefix);
    Set<Integer> found = new HashSet<>();
    for (int i = firstAtLeast(typed);
        !typed.isEmpty() && i < keys.size() && keys.get(i).text().startsWith(typed);
        i++) {
      found.add(keys.get(i).entry());
    }
    List<Suggestion> groups = new ArrayList<>();
    List<Suggestion> products = new ArrayList<>();
    found.stream()
        .map(entries::get)
        .sorted(order(popularity))
        .map(Entry::suggestion)
        .forEach(it -> (it.kind() == Suggestion.Kind.PRODUCT ? products : groups).add(it));
    int room = Math.max(n / 2, n - products.size());
    List<Suggestion> all = new ArrayList<>(groups.subList(0, Math.min(room, groups.size())));
    all.addAll(products);
    return List.copyOf(all.subList(0, Math.min(Math.max(0, n), all.size())));
  }

  private static Comparator<Entry> order(ToDoubleFunction<ProductId> popularity) {
    Map<Entry, Double> weights = new HashMap<>();
    ToDoubleFunction<Entry> weight =
        entry ->
            weights.computeIfAbsent(
                entry,
                any ->
                    entry.suggestion().kind() == Suggestion.Kind.PRODUCT
                        ? popularity.applyAsDouble(new ProductId(entry.suggestion().id()))
                        : entry.products());
    return Comparator.comparingDouble(weight)
        .reversed()
        .thenComparing(entry -> entry.suggestion().text())
        .thenComparing(entry -> entry.suggestion().kind())
        .thenComparing(entry -> entry.suggestion().id());
  }

  private int firstAtLeast(String typed) {
    int low = 0;
    int high = keys.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle).text().compareTo(typed) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static String folded(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return BREAKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
