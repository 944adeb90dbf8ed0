package dev.attune.models.compact;

import java.util.Arrays;

/** A sparse matrix by rows: for each row its columns with a weight each. */
public final class SparseRows {
  /** Receives one entry of a row. */
  @FunctionalInterface
  public interface Entry {
    void is(int column, double weight);
  }

  /** No rows. */
  public static final SparseRows NONE = new Builder(0).build();

  private final int[] starts;
  private final int[] columns;
  private final float[] weights;

  private SparseRows(int[] starts, int[] columns, float[] weights) {
    this.starts = starts;
    this.columns = columns;
    this.weights = weights;
  }

  /** The entries of a row, in the order in which they were added. */
  public void each(int row, Entry to) {
    for (int i = starts[row]; i < starts[row + 1]; i++) {
      to.is(columns[i], weights[i]);
    }
  }

  /** Where a row's entries begin; those of the last row end at {@link #size()}. */
  public int from(int row) {
    return starts[row];
  }

  /** The column of the entry at a place, from {@link #from} on. */
  public int column(int place) {
    return columns[place];
  }

  /** The weight of the entry at a place. */
  public float weight(int place) {
    return weights[place];
  }

  /** Copies a row's columns and weights to a place of two arrays. */
  public void copy(int row, int[] toColumns, float[] toWeights, int at) {
    System.arraycopy(columns, starts[row], toColumns, at, size(row));
    System.arraycopy(weights, starts[row], toWeights, at, size(row));
  }

  /** The columns of all rows, one row after the other; the last one of each as its complement. */
  public int[] chained() {
    int[] chained = columns.clone();
    for (int row = 0; row < rows(); row++) {
      if (size(row) > 0) {
        chained[starts[row + 1] - 1] = ~chained[starts[row + 1] - 1];
      }
    }
    return chained;
  }

  /**
   * Columns as rows, each with where at most the first {@code limit} rows began that had it.
   *
   * @param rows how many of this matrix's rows there are
   */
  public SparseRows transposed(int rows, int columnCount, int limit) {
    int[] filled = new int[columnCount + 1];
    for (int column : columns) {
      filled[column + 1] = Math.min(limit, filled[column + 1] + 1);
    }
    for (int i = 0; i < columnCount; i++) {
      filled[i + 1] += filled[i];
    }
    int[] next = Arrays.copyOf(filled, columnCount);
    int[] turned = new int[filled[columnCount]];
    float[] turnedWeights = new float[turned.length];
    for (int row = 0; row < rows; row++) {
      for (int i = starts[row]; i < starts[row + 1]; i++) {
        int at = next[columns[i]]++;
        if (at < filled[columns[i] + 1]) {
          turned[at] = starts[row];
          turnedWeights[at] = weights[i];
        }
      }
    }
    return new SparseRows(filled, turned, turnedWeights);
  }

  /** How many rows there are. */
  public int rows() {
    return starts.length - 1;
  }

  public int size() {
    return columns.length;
  }

  public int size(int row) {
    return starts[row + 1] - starts[row];
  }

  /** Takes rows one after the other. */
  public static final class Builder {
    private final int[] starts;
    private int[] columns = new int[64];
    private float[] weights = new float[64];
    private int row;
    private int size;

    public Builder(int rows) {
      starts = new int[rows + 1];
    }

    public void add(int column, double weight) {
      if (size == columns.length) {
        columns = Arrays.copyOf(columns, Sequences.grown(size));
        weights = Arrays.copyOf(weights, Sequences.grown(size));
      }
      columns[size] = column;
      weights[size++] = (float) weight;
    }

    public void endRow() {
      starts[++row] = size;
    }

    /** Ends rows, which stay empty, until this one is next. */
    public void skipTo(int next) {
      while (row < next) {
        endRow();
      }
    }

    public SparseRows build() {
      skipTo(starts.length - 1);
      return new SparseRows(starts, Arrays.copyOf(columns, size), Arrays.copyOf(weights, size));
    }
  }
}
