package dev.attune.platform.audit;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The record of who did what; it only grows. */
public interface Audit {
  /** Durable once the answer is there. */
  Uni<Void> record(AuditEntry entry);

  /**
   * The last entries, newest first.
   *
   * @param count how many at most, from 1
   */
  Uni<List<AuditEntry>> recent(int count);
}
