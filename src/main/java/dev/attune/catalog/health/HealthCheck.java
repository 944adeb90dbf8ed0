package dev.attune.catalog.health;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at every product of a snapshot once for what all share, and once for what is its own. */
public final class HealthCheck {
  private static final String BRAND = "brand";
  private static final String TAG = "tag";

  private final CatalogSnapshot catalog;
  private final Predicate<ProductId> stale;
  private final Spellings spellings = new Spellings();
  private final Map<CategoryId, Expected> expected = new HashMap<>();
  private final Expected uncategorized = new Expected();
  private final Tally shop = new Tally(null);
  private final Map<CategoryId, Tally> tallies = new HashMap<>();
  private final BrokenRelations relations;
  private final long[] titles;

  private HealthCheck(
      CatalogSnapshot catalog, Predicate<ProductId> stale, Map<ProductId, String> missing) {
    this.catalog = catalog;
    this.relations = new BrokenRelations(catalog, missing);
    this.stale = stale;
    this.titles = new long[catalog.products().size()];
  }

  /**
   * @param stale of which products nothing has been heard for too long
   * @param missing by product, what it relates to and the shop has not
   */
  public static CatalogHealth of(
      CatalogSnapshot catalog,
      Predicate<ProductId> stale,
      Map<ProductId, String> missing,
      Instant now) {
    return new HealthCheck(catalog, stale, missing).result(now);
  }

  private CatalogHealth result(Instant now) {
    int place = 0;
    for (Product product : catalog.products()) {
      titles[place++] = hash(product.title());
      expected(product).add(product);
      words(product, spellings::add);
      relations.add(product);
    }
    Arrays.sort(titles);
    spellings.settle();
    catalog.products().forEach(this::judge);
    Map<CategoryId, CategoryHealth> categories = new LinkedHashMap<>();
    tallies.values().stream()
        .map(Tally::category)
        .sorted(
            Comparator.comparingDouble(
                    (CategoryHealth health) -> (1 - health.score()) * health.products())
                .reversed()
                .thenComparing(CategoryHealth::category))
        .forEach(health -> categories.put(health.category(), health));
    return new CatalogHealth(
        catalog.version(),
        now,
        catalog.products().size(),
        shop.score(),
        shop.findings(),
        categories,
        shop.margin());
  }

  private void judge(Product product) {
    Expected wanted = expected(product);
    double complete = wanted.enough() ? wanted.completeness(product) : 1;
    Set<HealthCode> faults = faults(product, complete);
    Map<HealthCode, String> quotes = quotes(product, faults);
    boolean related = !product.relations().isEmpty() || !catalog.namedBy(product.id()).isEmpty();
    shop.add(product, faults, complete, quotes, costed(product), related);
    Set<CategoryId> all = new LinkedHashSet<>();
    product.categories().forEach(leaf -> all.addAll(catalog.lineage(leaf)));
    for (CategoryId id : all) {
      tallies
          .computeIfAbsent(id, any -> new Tally(id, expected.get(id)))
          .add(product, faults, complete, quotes, costed(product), related);
    }
  }

  /** What its main category's products have; what is in no category is one more. */
  private Expected expected(Product product) {
    return product
        .mainCategory()
        .map(leaf -> expected.computeIfAbsent(leaf, any -> new Expected()))
        .orElse(uncategorized);
  }

  private Set<HealthCode> faults(Product product, double complete) {
    Set<HealthCode> faults = EnumSet.noneOf(HealthCode.class);
    flag(faults, HealthCode.MISSING_PRICE, !product.priced());
    flag(faults, HealthCode.MISSING_CATEGORY, product.categories().isEmpty());
    flag(
        faults,
        HealthCode.BROKEN_CATEGORY_PATH,
        product.categories().stream().anyMatch(this::broken));
    flag(faults, HealthCode.MISSING_IMAGE, product.images().isEmpty());
    flag(faults, HealthCode.INCOMPLETE_ATTRIBUTES, complete < 1);
    flag(faults, HealthCode.MISSING_DESCRIPTION, product.description() == null);
    flag(faults, HealthCode.MISSING_BRAND, product.brand() == null);
    flag(faults, HealthCode.MISSING_COST, !costed(product));
    boolean counted = product.variants().stream().allMatch(one -> one.quantity() != null);
    flag(faults, HealthCode.MISSING_STOCK, !counted);
    flag(faults, HealthCode.STALE_STOCK, counted && stale.test(product.id()));
    flag(faults, HealthCode.DUPLICATE_TITLE, twice(hash(product.title())));
    flag(faults, HealthCode.SPELLED_DIFFERENTLY, misspelled(product));
    flag(
        faults,
        HealthCode.NO_RELATIONS,
        product.relations().isEmpty() && catalog.namedBy(product.id()).isEmpty());
    flag(faults, HealthCode.BROKEN_RELATION, relations.of(product) != null);
    return faults;
  }

  /** What exactly is meant, where there is something to quote. */
  private Map<HealthCode, String> quotes(Product product, Set<HealthCode> faults) {
    Map<HealthCode, String> quotes = new EnumMap<>(HealthCode.class);
    if (faults.contains(HealthCode.SPELLED_DIFFERENTLY)) {
      quotes.put(HealthCode.SPELLED_DIFFERENTLY, quoted(product));
    }
    @Nullable String broken = relations.of(product);
    if (broken != null) {
      quotes.put(HealthCode.BROKEN_RELATION, broken);
    }
    return quotes;
  }

  private static void flag(Set<HealthCode> faults, HealthCode code, boolean found) {
    if (found) {
      faults.add(code);
    }
  }

  private static boolean costed(Product product) {
    for (Variant variant : product.variants()) {
      boolean comparable =
          variant.cost() != null
              && variant.price() != null
              && variant.cost().currency().equals(variant.price().currency());
      if (comparable) {
        return true;
      }
    }
    return false;
  }

  private boolean broken(CategoryId leaf) {
    return catalog.category(leaf).map(Category::path).filter(HealthCheck::twiceInPath).isPresent();
  }

  private static boolean twiceInPath(List<String> path) {
    return new HashSet<>(path.stream().map(title -> title.toLowerCase(Locale.ROOT)).toList()).size()
        < path.size();
  }

  private boolean twice(long title) {
    int at = Arrays.binarySearch(titles, title);
    return (at > 0 && titles[at - 1] == title)
        || (at + 1 < titles.length && titles[at + 1] == title);
  }

  private boolean misspelled(Product product) {
    return !quoted(product).isEmpty();
  }

  /** The first doubtful spelling of a product, blank without one. */
  private String quoted(Product product) {
    String[] quote = {""};
    words(
        product,
        (kind, text) -> {
          Spellings.@Nullable Better better =
              quote[0].isEmpty() ? spellings.better(kind, text) : null;
          if (better != null) {
            quote[0] = kind + ": " + better.quoted();
          }
        });
    return quote[0];
  }

  /** Receives a word that a product says. */
  private interface Words {
    void say(String kind, String text);
  }

  private static void words(Product product, Words to) {
    if (product.brand() != null) {
      to.say(BRAND, product.brand());
    }
    product.tags().forEach(tag -> to.say(TAG, tag));
    for (Attribute attribute : product.attributes()) {
      attribute.values().forEach(value -> to.say(attribute.name(), value));
    }
  }

  /** FNV-1a of 64 bits over the title without case and blanks at its ends. */
  private static long hash(String title) {
    long hash = 0xcbf29ce484222325L;
    String key = title.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
