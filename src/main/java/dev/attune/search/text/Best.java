package dev.attune.search.text;

import dev.attune.search.column.RowSet;
import dev.attune.search.column.TopRows;
import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Collects the rows of a set with the best scores; what cannot be among them is not scored. */
final class Best extends SimpleCollector {
  private final DocumentRows documents;
  private final RowSet passing;
  private final TopRows top;
  private int[] rowOf = new int[0];
  private @Nullable Scorable scorer;

  Best(DocumentRows documents, RowSet passing, TopRows top) {
    this.documents = documents;
    this.passing = passing;
    this.top = top;
  }

  @Override
  public void setScorer(Scorable scorable) throws IOException {
    scorer = scorable;
    raiseLimit(scorable);
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) {
    rowOf = documents.of(context);
  }

  @Override
  public void collect(int document) throws IOException {
    int row = rowOf[document];
    if (row < 0 || !passing.has(row)) {
      return;
    }
    Scorable current = Objects.requireNonNull(scorer);
    float score = current.score();
    boolean better = !top.full() || score > top.lowest();
    top.offer(row, score);
    if (better) {
      raiseLimit(current);
    }
  }

  private void raiseLimit(Scorable current) throws IOException {
    if (top.full()) {
      current.setMinCompetitiveScore((float) top.lowest());
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }
}
