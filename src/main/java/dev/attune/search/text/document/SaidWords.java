package dev.attune.search.text.document;

import dev.attune.catalog.Attribute;
import dev.attune.catalog.Category;
import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The stems that one product says, in which of its parts and how often. */
final class SaidWords {
  /** A product with more variants is not found by the numbers of the others. */
  private static final int MOST_NUMBERED = 200;

  private final Vocabulary vocabulary;
  private final Weights weights;
  private final List<Word> words = new ArrayList<>();
  private final int[] lengths = new int[TextPart.values().length];
  private long document;

  SaidWords(Vocabulary vocabulary, Weights weights) {
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  void read(Product product, List<Category> categories) {
    document++;
    words.clear();
    Arrays.fill(lengths, 0);
    say(TextPart.TITLE, product.title());
    if (product.brand() != null) {
      say(TextPart.BRAND, product.brand());
    }
    categories.forEach(category -> say(TextPart.CATEGORY, category.title()));
    product.attributes().forEach(this::say);
    product.tags().forEach(tag -> say(TextPart.ATTRIBUTES, tag));
    numbers(product);
    if (product.description() != null) {
      say(TextPart.DESCRIPTION, product.description());
    }
  }

  /** By {@link TextPart}. */
  int[] lengths() {
    return lengths.clone();
  }

  /** Hands over every stem once, as often as it weighs. */
  void weigh(WordStream to) {
    weights.measure(lengths);
    for (Word word : words) {
      to.add(word, 1, weights.of(word));
    }
  }

  private void say(Attribute attribute) {
    for (String value : attribute.values()) {
      // that it has "bluetooth: False" must not make it a find for "bluetooth"
      if (!value.equalsIgnoreCase("false") && !value.equalsIgnoreCase("no")) {
        boolean yes = value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes");
        say(TextPart.ATTRIBUTES, yes ? attribute.label() : value);
      }
    }
  }

  /** The numbers by which those search who know what they want: skus and bar codes. */
  private void numbers(Product product) {
    int last = Math.min(product.variants().size(), MOST_NUMBERED);
    for (Variant variant : product.variants().subList(0, last)) {
      say(TextPart.ATTRIBUTES, variant.sku());
      if (variant.barcode() != null && !variant.barcode().equals(variant.sku())) {
        say(TextPart.ATTRIBUTES, variant.barcode());
      }
    }
  }

  private void say(TextPart part, String text) {
    Said said = vocabulary.of(text);
    lengths[part.ordinal()] += said.length();
    for (Word stem : said.stems()) {
      if (stem.startsIn(document)) {
        words.add(stem);
      }
      stem.saidIn(part);
    }
  }
}
