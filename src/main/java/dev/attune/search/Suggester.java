package dev.attune.search;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.search.column.Demand;
import dev.attune.search.column.FieldTable;
import dev.attune.search.column.FieldValue;
import dev.attune.search.column.RowSet;
import dev.attune.search.column.TitleWords;
import dev.attune.search.column.TopRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Completes what is being typed by categories, brands and products of which some word begins like
 * it, in any case and without accents.
 */
public final class Suggester {
  /** Of products that have the words typed, so many of the most wanted are read. */
  private static final int MOST_READ = 500;

  /**
   * A category or brand.
   *
   * @param products how many products it stands for
   */
  private record Entry(Suggestion suggestion, int products) {}

  /** A text from one of its words on. */
  private record Key(String text, int entry) {}

  private final FieldTable table;
  private final TitleWords titles;
  private final List<Entry> entries;
  private final List<Key> keys;

  private Suggester(FieldTable table, TitleWords titles, List<Entry> entries, List<Key> keys) {
    this.table = table;
    this.titles = titles;
    this.entries = entries;
    this.keys = keys;
  }

  static Suggester of(FieldTable table) {
    return of(table, new TitleWords(table.catalog()));
  }

  static Suggester of(FieldTable table, TitleWords titles) {
    CatalogSnapshot catalog = table.catalog();
    Suggester suggester = new Suggester(table, titles, new ArrayList<>(), new ArrayList<>());
    Map<String, Integer> brands = new HashMap<>();
    table
        .listed()
        .each(
            row -> {
              String brand = catalog.at(row).brand();
              if (brand != null) {
                brands.merge(brand, 1, Integer::sum);
              }
            });
    suggester.addBrands(brands);
    for (Category category : catalog.categories()) {
      int count = table.in(category.id()).size();
      if (count > 0) {
        suggester.add(category.title(), Suggestion.Kind.CATEGORY, category.id().value(), count);
      }
    }
    suggester.keys.sort(Comparator.comparing(Key::text).thenComparingInt(Key::entry));
    return suggester;
  }

  /** Each once, as it is mostly written, where some of its products write it otherwise. */
  private void addBrands(Map<String, Integer> spelled) {
    Map<String, Integer> together = new HashMap<>();
    Map<String, String> mostly = new HashMap<>();
    spelled.forEach(
        (brand, count) -> {
          String key = FieldValue.key(brand);
          together.merge(key, count, Integer::sum);
          mostly.merge(key, brand, (one, other) -> moreOften(one, other, spelled));
        });
    mostly.forEach(
        (key, brand) -> add(brand, Suggestion.Kind.BRAND, brand, together.getOrDefault(key, 0)));
  }

  private static String moreOften(String one, String other, Map<String, Integer> times) {
    int more = Integer.compare(times.getOrDefault(one, 0), times.getOrDefault(other, 0));
    return more > 0 || (more == 0 && one.compareTo(other) < 0) ? one : other;
  }

  /** The same titles and names over a table with other prices or stock. */
  Suggester at(FieldTable next) {
    return new Suggester(next, titles, entries, keys);
  }

  private void add(String text, Suggestion.Kind kind, String id, int products) {
    String rest = TitleWords.folded(text);
    while (!rest.isEmpty()) {
      keys.add(new Key(rest, entries.size()));
      int space = rest.indexOf(' ');
      rest = space < 0 ? "" : rest.substring(space + 1);
    }
    entries.add(new Entry(new Suggestion(text, kind, id), products));
  }

  /**
   * As {@link #suggest(String, int, Demand)}, begun by what others searched and found.
   *
   * @param queries the most popular first; every second suggestion at most is one of them
   */
  public List<Suggestion> suggest(String prefix, int n, List<String> queries, Demand demand) {
    String typed = TitleWords.folded(prefix);
    List<Suggestion> all = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (String query : queries) {
      String text = TitleWords.folded(query);
      boolean completes = !typed.isEmpty() && startsAtAWord(text, typed) && !text.equals(typed);
      if (completes && all.size() < Math.max(1, n / 2) && all.size() < n && said.add(text)) {
        all.add(new Suggestion(query, Suggestion.Kind.QUERY, query));
      }
    }
    for (Suggestion other : suggest(prefix, n, demand)) {
      boolean repeats =
          other.kind() != Suggestion.Kind.PRODUCT && said.contains(TitleWords.folded(other.text()));
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
   * products first, then products by demand. Of each what has all that was typed as whole words is
   * before what has more letters behind it; a single letter is hardly meant as a word.
   */
  public List<Suggestion> suggest(String prefix, int n, Demand demand) {
    String typed = TitleWords.folded(prefix);
    if (typed.isEmpty() || n <= 0) {
      return List.of();
    }
    List<Suggestion> groups = groups(typed);
    List<Suggestion> products = products(typed, n, demand);
    int room = Math.max(n / 2, n - products.size());
    List<Suggestion> all = new ArrayList<>(groups.subList(0, Math.min(room, groups.size())));
    all.addAll(products);
    return List.copyOf(all.subList(0, Math.min(n, all.size())));
  }

  private List<Suggestion> groups(String typed) {
    Set<Integer> found = new HashSet<>();
    Set<Integer> whole = new HashSet<>();
    for (int i = firstAtLeast(typed);
        i < keys.size() && keys.get(i).text().startsWith(typed);
        i++) {
      found.add(keys.get(i).entry());
      if (isWord(typed) && (keys.get(i).text() + " ").startsWith(typed + " ")) {
        whole.add(keys.get(i).entry());
      }
    }
    List<Suggestion> groups = new ArrayList<>();
    byProducts(whole).forEach(groups::add);
    found.removeAll(whole);
    byProducts(found).forEach(groups::add);
    return groups;
  }

  private Stream<Suggestion> byProducts(Set<Integer> some) {
    return some.stream()
        .map(entries::get)
        .sorted(
            Comparator.comparingInt(Entry::products)
                .reversed()
                .thenComparing(entry -> entry.suggestion().text())
                .thenComparing(entry -> entry.suggestion().kind())
                .thenComparing(entry -> entry.suggestion().id()))
        .map(Entry::suggestion);
  }

  private static boolean isWord(String typed) {
    return typed.length() > 1;
  }

  private List<Suggestion> products(String typed, int n, Demand demand) {
    String[] words = typed.split(" ");
    String last = words[words.length - 1];
    RowSet begun = RowSet.none(table.size());
    titles.addStarting(last, begun);
    for (int i = 0; i < words.length - 1; i++) {
      RowSet having = RowSet.none(table.size());
      titles.addRows(words[i], having);
      begun.keepOnly(having);
    }
    begun.keepOnly(table.listed());
    int most = words.length == 1 ? 2 * n : MOST_READ;
    List<Product> found = new ArrayList<>();
    if (isWord(typed)) {
      RowSet whole = RowSet.none(table.size());
      titles.addRows(last, whole);
      whole.keepOnly(begun);
      mostWanted(whole, most, demand).filter(it -> says(it, typed + " ")).forEach(found::add);
    }
    mostWanted(begun, most, demand).filter(it -> says(it, typed)).forEach(found::add);
    Map<String, Suggestion> byTitle = new LinkedHashMap<>();
    for (Product product : found) {
      byTitle.putIfAbsent(
          TitleWords.folded(product.title()),
          new Suggestion(product.title(), Suggestion.Kind.PRODUCT, product.id().value()));
    }
    return byTitle.values().stream().limit(n).toList();
  }

  private Stream<Product> mostWanted(RowSet rows, int most, Demand demand) {
    float[] wanted = table.demand(demand);
    TopRows top = new TopRows(most, table::placeById);
    rows.each(row -> top.offer(row, wanted[row]));
    top.sort();
    return IntStream.range(0, top.size()).mapToObj(place -> table.catalog().at(top.row(place)));
  }

  private static boolean says(Product product, String words) {
    return (" " + TitleWords.folded(product.title()) + " ").contains(" " + words);
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
}
