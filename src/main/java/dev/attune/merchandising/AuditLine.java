package dev.attune.merchandising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One write of a merchant.
 *
 * @param who a user's id, or the kind of key
 * @param what the action, {@code hero.saved}
 * @param subject the id of what was written
 * @param beforeJson it before, null where there was none
 * @param afterJson it after, null where it is archived
 */
public record AuditLine(
    Instant at,
    String who,
    String what,
    String subject,
    @Nullable String beforeJson,
    @Nullable String afterJson) {}
