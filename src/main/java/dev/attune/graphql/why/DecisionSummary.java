package dev.attune.graphql.why;

import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.RecordedDecision;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

public record DecisionSummary(
    @NonNull @Id String id,
    @NonNull DecisionBasis basis,
    @NonNull List<@NonNull ReasonView> reasons,
    @NonNull List<@NonNull ExperimentAssignment> experiments,
    boolean degraded) {
  public static DecisionSummary of(Decided decided, DecisionContext page) {
    return new DecisionSummary(
        new GlobalId(NodeType.DECISION, decided.id()).toString(),
        DecisionBasis.of(decided.basis()),
        ReasonView.of(decided.reasons(), page.place().locale()),
        ExperimentAssignment.of(decided.trials()),
        decided.degraded());
  }

  /** The summary of a decision that was made earlier. */
  public static DecisionSummary of(RecordedDecision decision, DecisionContext page) {
    return new DecisionSummary(
        new GlobalId(NodeType.DECISION, decision.id()).toString(),
        DecisionBasis.of(decision.basis()),
        ReasonView.of(decision.reasons(), page.place().locale()),
        ExperimentAssignment.of(decision.trials()),
        decision.degraded());
  }
}
