package dev.attune.merchandising.rule.check;

/**
 * Two rules that get in each other's way.
 *
 * @param rule the id of the other one
 * @param message one sentence that says which of them wins
 */
public record RuleConflict(String rule, Kind kind, String message) {
  /** How they do. */
  public enum Kind {
    /** Both want the same place. */
    SAME_PLACE,
    /** One hides what the other shows at a place. */
    HIDDEN_PLACE,
    /** One lifts what the other buries. */
    LIFTED_AND_BURIED
  }
}
