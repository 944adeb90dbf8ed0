package dev.attune.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param who a user's id, or the kind of key
 * @param what the action, {@code token.issued}
 * @param subject what it was done to
 * @param beforeJson the subject before, as JSON, null where there was none
 * @param afterJson the subject after, as JSON, null where there is none
 */
public record AuditEntry(
    String who,
    String what,
    String subject,
    Instant at,
    @Nullable String beforeJson,
    @Nullable String afterJson) {
  public AuditEntry {
    if (who.isBlank() || what.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException("An audit entry names who, what and its subject");
    }
  }
}
