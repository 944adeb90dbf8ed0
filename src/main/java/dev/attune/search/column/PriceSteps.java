package dev.attune.search.column;

/** The rows with a price by the steps of the {@link PriceLadder} that their variants stand on. */
final class PriceSteps {
  private final RowSet[] rows;

  private PriceSteps(RowSet[] rows) {
    this.rows = rows;
  }

  /**
   * @param steps a bit for each that a row stands on
   */
  static PriceSteps of(int[] steps, RowSet priced) {
    RowSet[] rows = new RowSet[PriceLadder.steps()];
    for (int step = 0; step < rows.length; step++) {
      rows[step] = RowSet.NONE;
    }
    priced.each(
        row -> {
          for (int left = steps[row]; left != 0; left &= left - 1) {
            int step = Integer.numberOfTrailingZeros(left);
            if (rows[step] == RowSet.NONE) {
              rows[step] = RowSet.none(steps.length);
            }
            rows[step].add(row);
          }
        });
    return new PriceSteps(rows);
  }

  /** Not to be changed; {@link RowSet#NONE} where there is none. */
  RowSet on(int step) {
    return rows[step];
  }
}
