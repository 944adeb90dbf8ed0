package dev.attune.search.column;

/** The rows with a price by the step of the {@link PriceLadder} that their lowest one stands on. */
final class PriceSteps {
  private final RowSet[] rows;

  private PriceSteps(RowSet[] rows) {
    this.rows = rows;
  }

  static PriceSteps of(byte[] steps, RowSet priced) {
    RowSet[] rows = new RowSet[PriceLadder.steps()];
    for (int step = 0; step < rows.length; step++) {
      rows[step] = RowSet.NONE;
    }
    priced.each(
        row -> {
          int step = steps[row];
          if (rows[step] == RowSet.NONE) {
            rows[step] = RowSet.none(steps.length);
          }
          rows[step].add(row);
        });
    return new PriceSteps(rows);
  }

  /** Not to be changed; {@link RowSet#NONE} where there is none. */
  RowSet on(int step) {
    return rows[step];
  }
}
