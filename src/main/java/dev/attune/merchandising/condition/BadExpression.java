package dev.attune.merchandising.condition;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;

/** A condition that does not parse or whose types do not fit, and where. */
public final class BadExpression extends AttuneException {
  private final int line;
  private final int column;

  /**
   * @param line from 1
   * @param column from 1
   */
  BadExpression(String field, int line, int column, String what) {
    super(
        ErrorCode.INVALID_EXPRESSION,
        field,
        "Line %d, column %d: %s".formatted(line, column, what));
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
