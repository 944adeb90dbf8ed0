package dev.attune.search.text;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25 with the settings of each field; a product's kind counts once however often it is said. */
final class FieldScores extends PerFieldSimilarityWrapper {
  private final Similarity kind = new BM25Similarity(0, 0);
  private final Similarity other;

  FieldScores(TextSettings settings) {
    other = new BM25Similarity(settings.saturation(), settings.length());
  }

  @Override
  public Similarity get(String field) {
    return field.equals(TextField.KIND.field()) ? kind : other;
  }
}
