package dev.attune.search.text;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Sheets of paper with a number for each row, all 0: as many as are written on at a time. */
final class Sheets {
  private final int rows;
  private final ConcurrentLinkedQueue<float[]> clean = new ConcurrentLinkedQueue<>();

  Sheets(int rows) {
    this.rows = rows;
  }

  float[] take() {
    float @Nullable [] sheet = clean.poll();
    return sheet == null ? new float[rows] : sheet;
  }

  /** Takes back a sheet on which everything is 0 again. */
  void giveBack(float[] sheet) {
    clean.add(sheet);
  }
}
