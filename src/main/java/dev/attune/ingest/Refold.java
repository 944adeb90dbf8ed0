package dev.attune.ingest;

import dev.attune.platform.database.Touching;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.function.Consumer;

/** Makes every fold again from the log, while events keep coming in. */
public interface Refold {
  /**
   * Goes through all owners, a few hundred in a transaction; a fold that is right is not written.
   */
  default Uni<Report> run() {
    return run("", progress -> {});
  }

  /**
   * The same for the owners behind one of them, in the order of their keys, so that a run that was
   * stopped can go on.
   *
   * @param told of each transaction that is done
   */
  Uni<Report> run(String after, Consumer<Progress> told);

  /**
   * Changes events and makes the folds of their owners again, in one transaction; those who have
   * none stay so.
   *
   * @param change keys of the owners whose events it changed; called again after a deadlock
   * @return these keys
   */
  Uni<Set<String>> after(Touching change);

  /**
   * How far it has come.
   *
   * @param last the last owner whose fold is right now
   */
  record Progress(String last, Report report) {}

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
