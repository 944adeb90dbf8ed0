package dev.attune.search.text.document;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.search.text.vocabulary.TextPart;
import dev.attune.search.text.words.Language;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long the parts of a catalog's products are on average, in words: what of BM25 has to be known
 * before the first word is weighed.
 *
 * @param average by {@link TextPart}
 * @param products how many the catalog had
 */
public record TextLengths(double[] average, int products) {
  private static final int SAMPLE = 1_000;

  /** A catalog that has grown so many times over is measured anew, and its index built anew. */
  private static final int OUTGROWN = 4;

  /** For a catalog without products; those of icecat. */
  private static final TextLengths USUAL = new TextLengths(new double[] {10, 1, 3, 90, 60}, 1);

  public static TextLengths of(CatalogSnapshot catalog, Language language) {
    if (catalog.size() == 0) {
      return USUAL;
    }
    DocumentWriter writer = new DocumentWriter(catalog, language, USUAL);
    double[] sum = new double[TextPart.values().length];
    int every = Math.max(1, catalog.size() / SAMPLE);
    int[] rows = IntStream.range(0, catalog.size() / every).map(i -> i * every).toArray();
    for (int row : rows) {
      int[] lengths = writer.lengths(catalog.at(row));
      Arrays.setAll(sum, part -> sum[part] + lengths[part]);
    }
    Arrays.setAll(sum, part -> Math.max(1, sum[part] / rows.length));
    return new TextLengths(sum, catalog.size());
  }

  /** Whether this catalog is not the one that was measured any more. */
  public boolean outgrownBy(CatalogSnapshot catalog) {
    return catalog.size() / OUTGROWN >= products;
  }

  double averageOf(TextPart part) {
    return average[part.ordinal()];
  }

  /** Read by {@link #parse}. */
  @Override
  public String toString() {
    return products
        + Arrays.stream(average).mapToObj(length -> " " + length).collect(Collectors.joining());
  }

  /** Empty for what is none. */
  public static Optional<TextLengths> parse(String text) {
    String[] numbers = text.split(" ");
    if (numbers.length != TextPart.values().length + 1) {
      return Optional.empty();
    }
    double[] average = Arrays.stream(numbers).skip(1).mapToDouble(Double::parseDouble).toArray();
    return Optional.of(new TextLengths(average, Integer.parseInt(numbers[0])));
  }
}
