package dev.attune.models.registry;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One training, as it is remembered.
 *
 * @param version its name, which decisions record
 * @param trainedAt when it was finished
 * @param cut events that were received up to here were learned from; trained again with the same
 *     cut and catalog, the models are the same
 * @param learnedFrom when the first touch happened that was learned from, null without any
 * @param learnedTo when the last one happened
 * @param events that came in
 * @param touches of catalog products among what they signal
 * @param shoppers who touched anything
 * @param exam what withheld shoppers said of it, null where there were too few of them
 * @param millis how long each model took to learn, by its name
 * @param bytes about what the models take in memory
 * @param state what became of it
 * @param reason why, in a sentence
 */
public record ModelVersion(
    String version,
    Instant trainedAt,
    Instant cut,
    String catalogVersion,
    @Nullable Instant learnedFrom,
    @Nullable Instant learnedTo,
    long events,
    long touches,
    long shoppers,
    @Nullable Exam exam,
    Map<String, Long> millis,
    long bytes,
    State state,
    String reason) {
  public ModelVersion {
    millis = Collections.unmodifiableMap(new TreeMap<>(millis));
  }

  /** For a log. */
  public String said() {
    return "Trained models " + version + ", " + state;
  }

  /** What became of a training. */
  public enum State {
    /** It went into use. */
    PROMOTED,
    /** It was worse than the one in use, which stayed. */
    HELD_BACK,
    /** A merchant asked for it again. */
    ROLLED_BACK_TO;

    /** The state of this name; empty for one that only later versions know. */
    static Optional<State> named(String name) {
      return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst();
    }
  }

  /**
   * Quality on the steps of withheld shoppers.
   *
   * @param hitRate share of answers with the truth among the first ten
   * @param ndcg mean gain among the first ten
   * @param runningNdcg the same of the models that were in use, on the same questions
   */
  public record Exam(int questions, double hitRate, double ndcg, double runningNdcg) {}
}
