package dev.attune.models;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ContentTerms;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.SparseRows;
import dev.attune.models.compact.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a product resembles by what it says of itself: cosine over its categories, brand,
 * attributes, tags and title words, weighted by their rarity. Works for a product that nobody has
 * seen yet.
 */
public final class ContentSimilarity {
  /** No products. */
  public static final ContentSimilarity NONE =
      new ContentSimilarity(
          ProductOrdinals.NONE, SparseRows.NONE, SparseRows.NONE, Settings.DEFAULT);

  /**
   * How much is looked at.
   *
   * @param terms of a product that count, the heaviest
   * @param postings entries of the inverted index that are read for one answer, rarest terms first
   * @param candidates that are compared in full
   */
  public record Settings(int terms, int postings, int candidates) {
    public static final Settings DEFAULT = new Settings(48, 20_000, 400);
  }

  private record Term(int number, double weight) {}

  private final ProductOrdinals products;
  private final SparseRows terms;
  private final SparseRows holders;
  private final Settings settings;

  private ContentSimilarity(
      ProductOrdinals products, SparseRows terms, SparseRows holders, Settings settings) {
    this.products = products;
    this.terms = terms;
    this.holders = holders;
    this.settings = settings;
  }

  static ContentSimilarity of(ProductOrdinals products, Settings settings) {
    List<List<Term>> raw = new ArrayList<>(products.size());
    Map<String, Integer> numbers = new HashMap<>();
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      raw.add(terms(products, i, numbers, counts));
    }
    SparseRows.Builder rows = new SparseRows.Builder(products.size());
    for (List<Term> said : raw) {
      List<Term> heaviest = heaviest(said, counts, products.size(), settings.terms());
      double norm = Math.sqrt(heaviest.stream().mapToDouble(t -> t.weight() * t.weight()).sum());
      heaviest.forEach(term -> rows.add(term.number(), term.weight() / norm));
      rows.endRow();
    }
    SparseRows terms = rows.build();
    SparseRows holders = terms.transposed(products.size(), counts.size(), Integer.MAX_VALUE);
    return new ContentSimilarity(products, terms, holders, settings);
  }

  private static List<Term> terms(
      ProductOrdinals products, int ordinal, Map<String, Integer> numbers, List<Integer> counts) {
    CatalogSnapshot catalog = products.catalog();
    List<Term> all = new ArrayList<>();
    catalog
        .product(products.id(ordinal))
        .map(product -> ContentTerms.DEFAULT.of(product, catalog))
        .orElse(Map.of())
        .forEach(
            (term, weight) -> {
              int number = numbers.computeIfAbsent(term, any -> numbers.size());
              if (number == counts.size()) {
                counts.add(0);
              }
              counts.set(number, counts.get(number) + 1);
              all.add(new Term(number, weight));
            });
    return all;
  }

  /** A term that nobody else has finds nothing and is left out. */
  private static List<Term> heaviest(
      List<Term> said, List<Integer> counts, int products, int limit) {
    return said.stream()
        .filter(term -> counts.get(term.number()) > 1)
        .map(
            term ->
                new Term(
                    term.number(),
                    term.weight() * Math.log(1 + (double) products / counts.get(term.number()))))
        .sorted(Comparator.comparingDouble(Term::weight).reversed())
        .limit(limit)
        .toList();
  }

  /** What resembles this product most, 0 to 1; empty for an unknown one. */
  public List<Scored> similar(ProductId product, int n) {
    int item = products.of(product);
    return item < 0 ? List.of() : similar(item, n);
  }

  private List<Scored> similar(int item, int n) {
    Tally own = new Tally(settings.terms());
    terms.each(item, own::add);
    Tally found = new Tally(1024);
    int[] read = {0};
    terms.each(
        item,
        (term, weight) -> {
          read[0] += holders.size(term);
          if (read[0] <= settings.postings() || found.size() < n) {
            holders.each(term, (other, otherWeight) -> found.add(other, weight * otherWeight));
          }
        });
    Tally cosines = new Tally(settings.candidates());
    for (int other : found.best(settings.candidates(), candidate -> candidate != item)) {
      terms.each(other, (term, weight) -> cosines.add(other, weight * own.get(term)));
    }
    return cosines.best(
        n, any -> true, (other, cosine) -> new Scored(products.id(other), Math.min(1, cosine)));
  }
}
