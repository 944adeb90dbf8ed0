package dev.attune.search.text.document;

import dev.attune.search.text.vocabulary.TextPart;

/**
 * What was tuned on judged queries (docs/decisions/007).
 *
 * @param title worth of a match in the title; the next four likewise
 * @param kind worth of the query's main word being what the product is
 * @param phrase worth of the query's words standing together in the title
 * @param length how much a long text lowers its matches, 0 to 1 (BM25's b)
 * @param saturation how soon repetition stops counting (BM25's k1)
 * @param otherParts part of a word's scores in parts other than its best one
 * @param synonym worth of another word for the same, beside the one typed
 * @param relaxedShare of a query's words that must match when no product has all
 * @param understood score of a product that has a name understood in the query
 */
public record TextSettings(
    float title,
    float brand,
    float category,
    float attributes,
    float description,
    float kind,
    float phrase,
    float length,
    float saturation,
    float otherParts,
    float synonym,
    double relaxedShare,
    float understood) {
  public static final TextSettings DEFAULT =
      new TextSettings(1, 1, 1, .1f, 1.8f, .3f, .15f, .75f, 1.2f, .15f, .1f, .6, 2);

  float worth(TextPart part) {
    return switch (part) {
      case TITLE -> title;
      case BRAND -> brand;
      case CATEGORY -> category;
      case ATTRIBUTES -> attributes;
      case DESCRIPTION -> description;
    };
  }
}
