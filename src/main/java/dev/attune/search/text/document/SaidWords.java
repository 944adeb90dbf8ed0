package dev.attune.search.text.document;

import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.search.text.segment.FieldWords;
import dev.attune.search.text.vocabulary.Said;
import dev.attune.search.text.vocabulary.TextPart;
import dev.attune.search.text.vocabulary.Vocabulary;
import dev.attune.search.text.vocabulary.Word;
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

  void read(
      Product product,
      Said title,
      CategoryWords.Words categories,
      List<AttributeWords.Words> attributes) {
    document++;
    words.clear();
    Arrays.fill(lengths, 0);
    say(TextPart.TITLE, title);
    if (product.brand() != null) {
      say(TextPart.BRAND, product.brand());
    }
    say(TextPart.CATEGORY, categories.titles());
    for (int i = 0; i < attributes.size(); i++) {
      say(TextPart.ATTRIBUTES, attributes.get(i).said());
    }
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
  void weigh(FieldWords to) {
    weights.measure(lengths);
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      to.add(word, 1, weights.of(word));
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

  private void say(TextPart part, List<Said> texts) {
    for (int i = 0; i < texts.size(); i++) {
      say(part, texts.get(i));
    }
  }

  private void say(TextPart part, String text) {
    say(part, vocabulary.of(text));
  }

  private void say(TextPart part, Said said) {
    lengths[part.ordinal()] += said.length();
    for (Word stem : said.stems()) {
      if (stem.startsIn(document)) {
        words.add(stem);
      }
      stem.saidIn(part);
    }
  }
}
