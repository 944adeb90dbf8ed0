package dev.attune.search.text;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Scores a few documents by one more query. */
final class Phrases {
  private final IndexSearcher searcher;

  Phrases(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /**
   * @return the documents' scores, in their order; 0 for one that does not match
   */
  float[] scores(Query query, int[] documents) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    float[] scores = new float[documents.length];
    Integer[] order = new Integer[documents.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(documents[a], documents[b]));
    int last = -1;
    @Nullable Scorer scorer = null;
    for (int place : order) {
      int document = documents[place];
      int segment = ReaderUtil.subIndex(document, searcher.getIndexReader().leaves());
      LeafReaderContext leaf = searcher.getIndexReader().leaves().get(segment);
      scorer = segment == last ? scorer : weight.scorer(leaf);
      last = segment;
      if (scorer != null) {
        scores[place] = score(scorer, document - leaf.docBase);
      }
    }
    return scores;
  }

  private static float score(Scorer scorer, int document) throws IOException {
    DocIdSetIterator at = scorer.iterator();
    int now = at.docID() < document ? at.advance(document) : at.docID();
    return now == document ? scorer.score() : 0;
  }
}
