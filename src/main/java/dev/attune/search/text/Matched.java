package dev.attune.search.text;

import dev.attune.search.column.RowSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Collects which rows match, whatever their scores. */
final class Matched extends SimpleCollector {
  private final DocumentRows documents;
  private final RowSet rows;
  private int[] rowOf = new int[0];

  Matched(DocumentRows documents, RowSet rows) {
    this.documents = documents;
    this.rows = rows;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) {
    rowOf = documents.of(context);
  }

  @Override
  public void collect(int document) {
    int row = rowOf[document];
    if (row >= 0) {
      rows.add(row);
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
