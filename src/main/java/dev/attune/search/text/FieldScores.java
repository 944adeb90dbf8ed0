package dev.attune.search.text;

import dev.attune.search.text.document.IndexField;
import dev.attune.search.text.document.TextSettings;
import dev.attune.search.text.document.Weights;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** BM25, of which the part that only a product decides is in the index as the word's frequency. */
final class FieldScores extends PerFieldSimilarityWrapper {
  private final Similarity weighed = new Weighed();
  private final Similarity kind = new BM25Similarity(0, 0);
  private final Similarity other;

  FieldScores(TextSettings settings) {
    other = new BM25Similarity(settings.saturation(), settings.length());
  }

  @Override
  public Similarity get(String field) {
    return switch (field) {
      case IndexField.ANYWHERE -> weighed;
      case IndexField.KIND -> kind;
      default -> other;
    };
  }

  private static final class Weighed extends Similarity {
    @Override
    public long computeNorm(FieldInvertState state) {
      return 1;
    }

    @Override
    public SimScorer scorer(float boost, CollectionStatistics all, TermStatistics... words) {
      float rarity = 0;
      for (TermStatistics word : words) {
        double without = all.docCount() - word.docFreq();
        rarity += (float) Math.log(1 + (without + .5) / (word.docFreq() + .5));
      }
      float step = boost * rarity / Weights.STEPS;
      return new SimScorer() {
        @Override
        public float score(float weight, long norm) {
          return step * weight;
        }
      };
    }
  }
}
