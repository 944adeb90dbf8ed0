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
 * @param setting where it was made, null in older records
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
    @Nullable Explored explored,
    @Nullable Setting setting) {
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
        List.of(), null, null);
  }

  /**
   * Where a decision was made, as far as merchants' rules ask; it goes when the decision goes.
   *
   * @param traffic SHOPPER, STAFF or BOT
   * @param category the id of the category that the page was about, or null
   * @param product the id of the product that the page was about, or null
   * @param query what was searched for, at most 200 characters; null elsewhere, and where nobody
   *     could ask for its erasure
   * @param device DESKTOP, MOBILE, TABLET or APP, null when unknown
   * @param country ISO 3166-1 alpha-2, null when unknown
   * @param campaign the utm_campaign, or null
   */
  public record Setting(
      String traffic,
      @Nullable String category,
      @Nullable String product,
      @Nullable String query,
      @Nullable String device,
      @Nullable String country,
      @Nullable String campaign) {
    private static final int LONGEST = 200;

    public Setting {
      query = query == null || query.length() <= LONGEST ? query : query.substring(0, LONGEST);
    }
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
