package dev.attune.platform.error;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps out of the log what a client was told already: a request that was refused with a code is no
 * failure of ours.
 */
@LoggingFilter(name = WithoutRefusals.NAME)
public final class WithoutRefusals implements Filter {
  static final String NAME = "without-refusals";

  @Override
  public boolean isLoggable(LogRecord record) {
    @Nullable Throwable thrown = record.getThrown();
    while (thrown != null && !(thrown instanceof AttuneException)) {
      thrown = thrown.getCause();
    }
    return !(thrown instanceof AttuneException refused
        && refused.code() != ErrorCode.INTERNAL
        && refused.code() != ErrorCode.UNAVAILABLE);
  }
}
