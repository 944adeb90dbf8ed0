package dev.attune.graphql.why;

import dev.attune.decision.DecisionContext;
import dev.attune.decision.slot.Placement;
import dev.attune.graphql.schema.Node;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.RecordedDecision;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

@Name("Decision")
@Description(
    "One decision. The shopper it was made for sees what, when and why; operators see how, and can"
        + " replay it.")
public final class DecisionView implements Node {
  private final RecordedDecision decision;
  private final DecisionContext page;
  private final List<Node> answer;

  public DecisionView(RecordedDecision decision, DecisionContext page, List<Node> answer) {
    this.decision = decision;
    this.page = page;
    this.answer = List.copyOf(answer);
  }

  @Ignore
  public RecordedDecision decision() {
    return decision;
  }

  @Ignore
  public DecisionContext page() {
    return page;
  }

  @Override
  @NonNull
  @Id
  public String getId() {
    return new GlobalId(NodeType.DECISION, decision.id()).toString();
  }

  @NonNull
  public String getSlot() {
    return decision.question().slot();
  }

  public @Nullable Placement getPlacement() {
    String placement = decision.placement();
    return Arrays.stream(Placement.values())
        .filter(known -> getSlot().startsWith("rail/") && known.name().equals(placement))
        .findFirst()
        .orElse(null);
  }

  @NonNull
  public OffsetDateTime getDecidedAt() {
    return decision.at().atOffset(ZoneOffset.UTC);
  }

  @NonNull
  public DecisionBasis getBasis() {
    return DecisionBasis.of(decision.basis());
  }

  public boolean isDegraded() {
    return decision.degraded();
  }

  @NonNull
  public List<@NonNull ReasonView> getReasons() {
    return ReasonView.of(decision.reasons(), page.place().locale());
  }

  @NonNull
  public List<@NonNull ExperimentAssignment> getExperiments() {
    return ExperimentAssignment.of(decision.trials());
  }

  @NonNull
  public List<@NonNull Node> getAnswer() {
    return answer;
  }
}
