package dev.attune.graphql.audit;

import dev.attune.platform.audit.AuditTrail.Numbered;
import dev.attune.platform.audit.AuditTrail.Part;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the audit goes on: in each part before a number of its own.
 *
 * @param merchants before this one of what merchants wrote
 * @param gateway before this one of all else
 */
record AuditCursor(long merchants, long gateway) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,19})-(\\d{1,19})");
  private static final AuditCursor END = new AuditCursor(Long.MAX_VALUE, Long.MAX_VALUE);

  /**
   * @param after as {@link #toString} wrote it, null for the newest
   * @throws AttuneException INVALID_CURSOR
   */
  static AuditCursor of(@Nullable String after) {
    if (after == null) {
      return END;
    }
    Matcher written = WRITTEN.matcher(after);
    try {
      if (written.matches()) {
        return new AuditCursor(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)));
      }
    } catch (NumberFormatException tooLarge) {
      throw refused();
    }
    throw refused();
  }

  private static AttuneException refused() {
    return new AttuneException(
        ErrorCode.INVALID_CURSOR, "after", "This is no cursor of the audit log");
  }

  AuditCursor behind(Numbered entry) {
    return entry.part() == Part.MERCHANTS
        ? new AuditCursor(entry.number(), gateway)
        : new AuditCursor(merchants, entry.number());
  }

  @Override
  public String toString() {
    return merchants + "-" + gateway;
  }
}
