package dev.attune.experiments.ready;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * How far one pillar is.
 *
 * @param about the id of the experiment that proves it, null where there is none to name
 */
public record Finding(
    Pillar pillar, Status status, List<Evidence> evidence, @Nullable String about) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** How far it is. */
  public enum Status {
    MISSING,
    BEGUN,
    READY
  }

  /** A number that was counted, by a stable name. */
  public record Evidence(String name, double value) {}

  /** What to do next, in a plain sentence. */
  public String nextStep(Locale locale) {
    return ResourceBundle.getBundle(
            "texts/experiments",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString("ready." + pillar + "." + status);
  }
}
