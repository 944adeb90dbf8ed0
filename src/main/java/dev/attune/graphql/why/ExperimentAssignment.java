package dev.attune.graphql.why;

import dev.attune.experiments.trial.Trials;
import dev.attune.record.RecordedDecision;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

public record ExperimentAssignment(
    @NonNull String experiment, @NonNull String variant, boolean control, boolean crossedOver) {
  static List<@NonNull ExperimentAssignment> of(List<RecordedDecision.Trial> trials) {
    return trials.stream()
        .map(
            trial ->
                new ExperimentAssignment(
                    trial.experiment(), trial.variant(), trial.control(), trial.crossed()))
        .toList();
  }

  /** In all that the shopper of a page takes part. */
  public static List<@NonNull ExperimentAssignment> of(Trials trials) {
    return trials.all().stream()
        .map(
            trial ->
                new ExperimentAssignment(
                    trial.experiment(), trial.arm().key(), trial.control(), trial.crossed()))
        .toList();
  }
}
