package dev.attune.ingest;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Makes every fold again from the log, while events keep coming in. */
public interface Refold {
  /**
   * Goes through all owners, a few hundred in a transaction; a fold that is right is not written.
   */
  Uni<Report> run();

  /** Makes the folds of these owners again, in one transaction; those who have none stay so. */
  Uni<Report> of(Set<String> owners);

  /**
   * What came of it.
   *
   * @param owners folds looked at
   * @param events events that they were made from
   * @param changed folds that had other bytes before
   */
  record Report(long owners, long events, long changed) {
    Report plus(Report other) {
      return new Report(owners + other.owners, events + other.events, changed + other.changed);
    }
  }
}
