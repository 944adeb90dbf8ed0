package dev.attune.graphql.experiments;

import dev.attune.experiments.ready.Finding;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One part of the ground that personalization grows on. */
@Name("Readiness")
public record ReadinessView(
    @NonNull ReadinessPillar pillar,
    @NonNull ReadinessStatus status,
    @NonNull List<@NonNull ReadinessEvidence> evidence,
    @Nullable @Description("What the evidence is of, the id of an experiment.") String about,
    @NonNull @Description("What to do next, in a plain sentence.") String nextStep) {

  /** What must be there. */
  @Enum("ReadinessPillar")
  public enum ReadinessPillar {
    CLEAN_DATA,
    CONNECTED_IDENTITY,
    PROVEN_USE_CASE,
    MERCHANTS_INTERVENE,
    FIRST_PARTY_CONSENT
  }

  /** How far it is. */
  @Enum("ReadinessStatus")
  public enum ReadinessStatus {
    MISSING,
    BEGUN,
    READY
  }

  /** A number that was counted. */
  @Name("ReadinessEvidence")
  public record ReadinessEvidence(
      @NonNull @Description("A stable code, CATALOG_SCORE.") String name, double value) {}

  static ReadinessView of(Finding finding, Locale locale) {
    return new ReadinessView(
        ReadinessPillar.valueOf(finding.pillar().name()),
        ReadinessStatus.valueOf(finding.status().name()),
        finding.evidence().stream()
            .map(one -> new ReadinessEvidence(one.name(), one.value()))
            .toList(),
        finding.about(),
        finding.nextStep(locale));
  }
}
