package dev.attune.privacy;

import io.smallrye.mutiny.Uni;

/** Deletes what was kept long enough. */
public interface Retention {
  /**
   * Deletes every event that is past its time, a bounded number in a transaction, and makes the
   * folds that counted them again. Runs by itself as {@code attune.retention.every} says.
   *
   * @return how many events went
   */
  Uni<Long> run();
}
