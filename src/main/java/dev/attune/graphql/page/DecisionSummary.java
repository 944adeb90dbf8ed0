package dev.attune.graphql.page;

import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
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
        List.of(),
        decided.degraded());
  }
}
