package dev.attune.models.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The trainings that are remembered, by all replicas together. Every call blocks. */
public interface ModelVersions {
  /**
   * Where merchants stopped the clock of learning.
   *
   * @param version the training to go on with
   * @param cut events received later are not learned from
   * @param who stopped it
   * @param at when
   */
  record Hold(String version, Instant cut, String who, Instant at) {}

  /** Remembers a training; of one with the same name the last word stays. */
  void record(ModelVersion version);

  /** The last trainings, newest first. */
  List<ModelVersion> recent(int most);

  /** A training by its name. */
  Optional<ModelVersion> find(String version);

  /** Where learning was stopped, empty while it goes on. */
  Optional<Hold> hold();

  /** Stops learning at a training, for every replica. */
  void hold(Hold hold);

  /** Lets every replica learn again. */
  void release();

  /** When somebody was last erased, whose events no models may rest on; long ago for nobody. */
  Instant erased();

  /**
   * Tells whenever any replica stops or lets go of learning, and once at first; what may have been
   * missed is told when the store can be heard again.
   *
   * @param changed must not block
   */
  void follow(Runnable changed);
}
