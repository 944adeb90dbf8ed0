package dev.attune.search.text;

import dev.attune.search.column.RowSet;
import java.util.Arrays;

/** The rows that a query asks about, and where their documents are. */
final class Passing {
  private final RowSet rows;
  private final int size;
  private int[] documents = new int[0];

  Passing(RowSet rows) {
    this.rows = rows;
    this.size = rows.size();
  }

  RowSet rows() {
    return rows;
  }

  int size() {
    return size;
  }

  /** Their documents in the order of the index; made when first asked for. */
  int[] documents(DocumentRows of) {
    if (documents.length < size) {
      int[] all = new int[size];
      int[] next = new int[1];
      rows.each(row -> all[next[0]++] = of.documentOf(row));
      Arrays.sort(all);
      documents = all;
    }
    return documents;
  }
}
