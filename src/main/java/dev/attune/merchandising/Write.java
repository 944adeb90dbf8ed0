package dev.attune.merchandising;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.Instant;

/**
 * Who writes, upon what they saw, and when.
 *
 * @param expected the version that the writer saw, 0 for nothing
 * @param who a user's id, or the kind of key
 */
public record Write(int expected, String who, Instant at) {
  /**
   * @throws AttuneException INVALID_VALUE for a version below 0
   */
  public Write {
    if (expected < 0) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, "expectedVersion", "expectedVersion must be 0 or more");
    }
  }
}
