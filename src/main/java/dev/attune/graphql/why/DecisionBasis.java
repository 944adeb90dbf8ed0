package dev.attune.graphql.why;

import dev.attune.record.Basis;
import org.eclipse.microprofile.graphql.Description;

@Description(
    "PERSONALIZED from the profile; SESSION from this visit alone; MERCHANDISED by a rule; POPULAR"
        + " for nobody in particular; CONTROL held out by an experiment; FALLBACK because something"
        + " was unavailable.")
public enum DecisionBasis {
  PERSONALIZED,
  SESSION,
  MERCHANDISED,
  POPULAR,
  CONTROL,
  FALLBACK;

  static DecisionBasis of(Basis basis) {
    return valueOf(basis.name());
  }
}
