package dev.attune.http.ofrep;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.attune.experiments.store.Definition;
import dev.attune.experiments.trial.Trial;
import java.util.Map;
import java.util.Optional;

/**
 * A flag as it was evaluated. Its value is the variant's key, or true and false where the variants
 * are called that.
 *
 * @param reason SPLIT for who takes part, DEFAULT for who does not, DISABLED for what has stopped;
 *     the last two get control
 */
record Evaluation(
    String key,
    String reason,
    String variant,
    Object value,
    @JsonInclude(Include.NON_EMPTY) Map<String, Object> metadata) {

  static Evaluation of(Definition definition, Optional<Trial> trial) {
    String control = definition.arms().get(0).key();
    String variant = trial.map(taken -> taken.arm().key()).orElse(control);
    String without = definition.running() ? "DEFAULT" : "DISABLED";
    return new Evaluation(
        definition.id(),
        trial.isPresent() ? "SPLIT" : without,
        variant,
        value(variant),
        Map.of("control", variant.equals(control)));
  }

  private static Object value(String variant) {
    return variant.equals("true") || variant.equals("false")
        ? Boolean.parseBoolean(variant)
        : variant;
  }

  /** All flags of one bulk evaluation. */
  record Bulk(java.util.List<Evaluation> flags) {}

  /** Why there is none, in the protocol's codes. */
  @JsonInclude(Include.NON_NULL)
  record Failure(
      @org.jspecify.annotations.Nullable String key, String errorCode, String errorDetails) {}
}
