package dev.attune.record;

import dev.attune.platform.id.GlobalId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision, as it was made.
 *
 * @param id unguessable, in order of time
 * @param owner the key of the identifier it was made for: the customer's where proven, else the
 *     visitor's; null for somebody who said nothing
 * @param proof the degree of proof, by name
 * @param placement the rail's placement, or null
 * @param degraded less was known than usual because a store was out of reach
 * @param answer what was shown, in order
 * @param explored the place that went to something little known, or null
 * @param trials experiments that the shopper took part in here
 */
public record RecordedDecision(
    String id,
    @Nullable String owner,
    String proof,
    @Nullable String placement,
    Instant at,
    Basis basis,
    boolean degraded,
    List<Reason> reasons,
    List<GlobalId> answer,
    Versions versions,
    Question question,
    List<Trial> trials,
    @Nullable Explored explored) {
  public RecordedDecision {
    reasons = List.copyOf(reasons);
    answer = List.copyOf(answer);
    trials = List.copyOf(trials);
  }

  /** A decision that no experiment touched and that explored nothing. */
  public RecordedDecision(
      String id,
      @Nullable String owner,
      String proof,
      @Nullable String placement,
      Instant at,
      Basis basis,
      boolean degraded,
      List<Reason> reasons,
      List<GlobalId> answer,
      Versions versions,
      Question question) {
    this(
        id, owner, proof, placement, at, basis, degraded, reasons, answer, versions, question,
        List.of(), null);
  }

  /** An experiment that touched it; what it changed is in the question. */
  public record Trial(String experiment, String variant, boolean control, boolean crossed) {}

  /**
   * A place that was given to something of which little is known.
   *
   * @param place from 1
   * @param probability that this very thing was shown so, above 0, at most 1
   */
  public record Explored(int place, double probability) {
    public Explored {
      if (place < 1 || !(probability > 0 && probability <= 1)) {
        throw new IllegalArgumentException("No place or no chance: " + place + ", " + probability);
      }
    }
  }
}
