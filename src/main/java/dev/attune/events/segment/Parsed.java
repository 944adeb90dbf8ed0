package dev.attune.events.segment;

import dev.attune.events.Received;
import dev.attune.platform.error.Rejection;
import org.jspecify.annotations.Nullable;

/** What became of one event that was sent. */
public sealed interface Parsed {
  /** It can be appended. */
  record Valid(Received event) implements Parsed {}

  /**
   * It is refused, and the others with it are not.
   *
   * @param messageId the client's own id where it could be read
   */
  record Invalid(@Nullable String messageId, Rejection rejection) implements Parsed {}
}
