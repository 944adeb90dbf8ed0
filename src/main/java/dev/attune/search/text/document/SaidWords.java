package dev.attune.search.text.document;

import dev.attune.catalog.Product;
import dev.attune.catalog.Variant;
import dev.attune.search.text.segment.FieldWords;
import dev.attune.search.text.vocabulary.Said;
import dev.attune.search.text.vocabulary.TextPart;
import dev.attune.search.text.vocabulary.Vocabulary;
import dev.attune.search.text.vocabulary.Word;
import java.util.Arrays;
import java.util.List;

/** The stems that one product says, in which of its parts and how often. */
final class SaidWords {
  /** A product with more variants is not found by the numbers of the others. */
  private static final int MOST_NUMBERED = 200;

  private final Vocabulary vocabulary;
  private final Weights weights;
  private final int[] lengths = new int[TextPart.values().length];
  private Word[] words = new Word[64];
  private int size;
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
    size = 0;
    Arrays.fill(lengths, 0);
    say(TextPart.TITLE, title);
    sayEnds(TextPart.TITLE, title);
    if (product.brand() != null) {
      say(TextPart.BRAND, product.brand());
    }
    say(TextPart.CATEGORY, categories.titles());
    categories.titles().forEach(category -> sayEnds(TextPart.CATEGORY, category));
    for (int i = 0; i < attributes.size(); i++) {
      say(TextPart.ATTRIBUTES, attributes.get(i).said());
    }
    product.tags().forEach(tag -> say(TextPart.ATTRIBUTES, tag));
    numbers(product);
    if (product.description() != null) {
      say(TextPart.DESCRIPTION, vocabulary.ofOwn(product.description()));
    }
  }

  /** By {@link TextPart}. */
  int[] lengths() {
    return lengths.clone();
  }

  /** Hands over every stem once, as often as it weighs. */
  void weigh(FieldWords to) {
    weights.measure(lengths);
    for (int i = 0; i < size; i++) {
      to.add(words[i], 1, weights.of(words[i]));
    }
  }

  /** The numbers by which those search who know what they want: skus and bar codes. */
  private void numbers(Product product) {
    int last = Math.min(product.variants().size(), MOST_NUMBERED);
    for (Variant variant : product.variants().subList(0, last)) {
      say(TextPart.ATTRIBUTES, vocabulary.ofOwn(variant.sku()));
      if (variant.barcode() != null && !variant.barcode().equals(variant.sku())) {
        say(TextPart.ATTRIBUTES, vocabulary.ofOwn(variant.barcode()));
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
    say(part, said.stems());
  }

  /** What a name's words end in, being compounds; no words more. */
  private void sayEnds(TextPart part, Said name) {
    for (Word spelled : name.spelled()) {
      say(part, vocabulary.ends(spelled));
    }
  }

  private void say(TextPart part, Word[] stems) {
    if (size + stems.length > words.length) {
      words = Arrays.copyOf(words, (size + stems.length) * 2);
    }
    for (Word stem : stems) {
      if (stem.startsIn(document)) {
        words[size++] = stem;
      }
      stem.saidIn(part);
    }
  }
}
