package dev.attune.merchandising;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Who writes, upon what they saw, when, and provided what.
 *
 * @param expected the version that the writer saw, 0 for nothing
 * @param who a user's id, or the kind of key
 * @param provided looks at all that merchants wrote when it is this write's turn, so that nothing
 *     can be written in between; what it throws refuses the write
 */
public record Write(int expected, String who, Instant at, Consumer<Merchandise> provided) {
  /** One that everything else allows. */
  public Write(int expected, String who, Instant at) {
    this(expected, who, at, there -> {});
  }

  /**
   * @throws AttuneException INVALID_VALUE for a version below 0
   */
  public Write {
    if (expected < 0) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "expectedVersion", "expectedVersion must be 0 or more");
    }
  }

  /** This, provided that this holds. */
  public Write provided(Consumer<Merchandise> holds) {
    return new Write(expected, who, at, holds);
  }
}
