package dev.attune.models;

import dev.attune.catalog.ProductId;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.ProductTerms;
import dev.attune.models.compact.Tally;
import java.util.List;

/**
 * What a product resembles by what it says of itself: cosine over its categories, brand,
 * attributes, tags and title words, weighted by their rarity. Works for a product that nobody has
 * seen yet.
 */
public final class ContentSimilarity {
  /** No products. */
  public static final ContentSimilarity NONE =
      new ContentSimilarity(ProductOrdinals.NONE, ProductTerms.NONE, Settings.DEFAULT);

  /**
   * How much is looked at.
   *
   * @param terms of a product that count, the heaviest
   * @param postings entries of the inverted index that are read for one answer, rarest terms first,
   *     and that are kept of one term
   * @param candidates that are compared in full
   */
  public record Settings(int terms, int postings, int candidates) {
    public static final Settings DEFAULT = new Settings(48, 20_000, 400);
  }

  private final ProductOrdinals products;
  private final ProductTerms terms;
  private final Settings settings;

  private ContentSimilarity(ProductOrdinals products, ProductTerms terms, Settings settings) {
    this.products = products;
    this.terms = terms;
    this.settings = settings;
  }

  static ContentSimilarity of(ProductOrdinals products, Settings settings) {
    return new ContentSimilarity(
        products, ProductTerms.of(products, settings.terms(), settings.postings()), settings);
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
          read[0] += terms.holders(term);
          if (read[0] <= settings.postings() || found.size() < n) {
            terms.eachHolder(term, (other, otherWeight) -> found.add(other, weight * otherWeight));
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
