package dev.attune.merchandising;

import dev.attune.merchandising.content.Former;
import dev.attune.merchandising.rule.RuleRevision;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Where merchants write. A write creates what is expected at version 0, replaces (or brings back
 * from the archive) what is expected at its present version, and fails with STALE_VERSION naming
 * both versions otherwise. It is recorded in the audit in the same transaction, and this process
 * shows it once the answer is there. The version inside what is handed in is not looked at; what
 * comes back has the new one.
 */
public interface MerchandiseStore {
  /**
   * Shows it; a draft of it is dropped. Fails with DUPLICATE_ID where another collection has its
   * handle.
   */
  <T> Uni<T> save(Kind<T> kind, T written, Write write);

  /**
   * Keeps it as a draft; what shoppers see stays. What is brought back from the archive so is a
   * draft alone.
   */
  <T extends Kind.Draftable> Uni<T> draft(Kind.Drafted<T> kind, T written, Write write);

  /** Shows it as it was drafted. Fails with UNKNOWN_ID where there is no draft of it. */
  <T extends Kind.Draftable> Uni<T> publish(Kind.Drafted<T> kind, String id, Write write);

  /**
   * Takes it out of the shop and keeps its row. Fails with UNKNOWN_ID where there is none.
   *
   * @return it as it was last, at its new version
   */
  <T> Uni<T> archive(Kind<T> kind, String id, Write write);

  /**
   * What became of it, the last write first; of nothing, where there never was any.
   *
   * @param n how many writes at most, from 1
   */
  Uni<List<Former>> history(Kind<?> kind, String id, int n);

  /** What it was at an earlier version. Fails with UNKNOWN_ID where it had no such version. */
  <T> Uni<T> formerly(Kind<T> kind, String id, int version);

  /**
   * What became of a rule, the last write first.
   *
   * @param n how many writes at most, from 1
   */
  Uni<List<RuleRevision>> ruleHistory(String id, int n);

  /**
   * The last writes, newest first.
   *
   * @param n how many at most, from 1
   */
  Uni<List<AuditLine>> audit(int n);
}
