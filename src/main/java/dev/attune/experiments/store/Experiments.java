package dev.attune.experiments.store;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Experiments: read from memory, written with an audit. */
public interface Experiments {
  /** As of now, from memory. */
  ExperimentBook current();

  /**
   * Who writes what, when.
   *
   * @param expected the version that the writer saw, 0 for nothing
   * @param what the action for the audit, {@code experiment.started}
   */
  record Write(String id, int expected, String who, String what, Instant at) {}

  /**
   * Writes what becomes of an experiment; shown here before the answer is there, on every other
   * replica within a second. What {@code change} throws refuses the write.
   *
   * @param change from what is stored, or from {@code fresh} where nothing is
   * @throws dev.attune.platform.error.AttuneException STALE_VERSION when somebody wrote in between
   */
  Uni<Definition> write(Write write, Definition fresh, UnaryOperator<Definition> change);
}
