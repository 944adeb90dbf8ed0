package dev.attune.search.text.document;

import dev.attune.search.text.vocabulary.TextPart;
import dev.attune.search.text.vocabulary.Word;

/**
 * What a match of a word in a product is worth, but for how rare the word is: BM25 of its best part
 * and a share of the others', as a whole number of {@link #STEPS}.
 */
public final class Weights {
  /** Steps of a weight of 1; more than that change no order on the judged queries. */
  public static final int STEPS = 60;

  private static final TextPart[] PARTS = TextPart.values();

  private final TextSettings settings;
  private final TextLengths usual;
  private final double[] damping = new double[PARTS.length];

  Weights(TextSettings settings, TextLengths usual) {
    this.settings = settings;
    this.usual = usual;
  }

  /** Sets how long the product's parts are. */
  void measure(int[] lengths) {
    for (TextPart part : PARTS) {
      double relative = lengths[part.ordinal()] / usual.averageOf(part);
      damping[part.ordinal()] =
          settings.saturation() * (1 - settings.length() + settings.length() * relative);
    }
  }

  int of(Word word) {
    double best = 0;
    double all = 0;
    for (TextPart part : PARTS) {
      int times = word.timesIn(part);
      if (times > 0) {
        double worth = settings.worth(part) * times / (times + damping[part.ordinal()]);
        best = Math.max(best, worth);
        all += worth;
      }
    }
    double weight = best + settings.otherParts() * (all - best);
    return Math.max(1, (int) Math.round(weight * STEPS));
  }
}
