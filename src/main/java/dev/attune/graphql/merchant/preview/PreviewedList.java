package dev.attune.graphql.merchant.preview;

import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Resolution;
import dev.attune.decision.Verdict;
import dev.attune.decision.rehearsal.Rehearsal.Rehearsed;
import dev.attune.decision.slot.Slots;
import dev.attune.graphql.request.Nodes;
import dev.attune.graphql.schema.Node;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import dev.attune.graphql.why.Trace.StepVerdict;
import dev.attune.graphql.why.Traces;
import dev.attune.merchandising.rule.Surface;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.Candidate;
import dev.attune.record.RecordedDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One list of a previewed page: what stands where, why, and what rules did. */
@Description("One list of a previewed page: what stands where, why, and what rules did.")
public record PreviewedList(
    @NonNull String slot,
    @Nullable Surface placement,
    @NonNull DecisionSummary decision,
    @NonNull List<@NonNull PreviewedItem> items,
    @NonNull @Description("What would be there if no rule hid it.")
        List<@NonNull HiddenItem> hidden) {

  /** One thing on the list. */
  @Description("One thing on the list: its place from 1, why it is there, and what rules do to it.")
  public record PreviewedItem(
      int position,
      @NonNull Node node,
      @NonNull List<@NonNull ReasonView> reasons,
      @NonNull List<@NonNull StepVerdict> rules) {}

  /** Something that a rule hides. */
  public record HiddenItem(@NonNull Node node, @Id @NonNull String rule) {}

  /**
   * @param first how many items, and how many hidden ones, at most
   */
  static PreviewedList of(Rehearsed rehearsed, DecisionContext page, int first) {
    Decided decided = rehearsed.decided();
    RecordedDecision recorded = rehearsed.recorded();
    Map<GlobalId, Candidate> candidates = new HashMap<>();
    recorded.question().candidates().forEach(one -> candidates.put(one.subject(), one));
    List<PreviewedItem> items = new ArrayList<>();
    for (Decided.Item item : decided.items().stream().limit(first).toList()) {
      Candidate candidate = candidates.get(item.subject());
      items.add(
          new PreviewedItem(
              items.size() + 1,
              Nodes.decided(item.subject(), recorded, page),
              ReasonView.of(item.reasons(), page.place().locale()),
              candidate == null ? List.of() : Traces.rules(candidate.effects())));
    }
    return new PreviewedList(
        recorded.question().slot(),
        Surface.of(recorded.question().slot()).orElse(null),
        DecisionSummary.of(decided, page),
        items,
        hidden(recorded, page).limit(first).toList());
  }

  private static Stream<HiddenItem> hidden(RecordedDecision recorded, DecisionContext page) {
    return Slots.named(recorded.question().slot()).stream()
        .flatMap(slot -> Resolution.of(slot, recorded.question()).judged().stream())
        .flatMap(judged -> hidden(judged, recorded, page).stream());
  }

  private static Optional<HiddenItem> hidden(
      Resolution.Judged judged, RecordedDecision recorded, DecisionContext page) {
    return judged.verdicts().stream()
        .map(Resolution.Step::verdict)
        .flatMap(verdict -> verdict instanceof Verdict.Hide hide ? Stream.of(hide) : Stream.of())
        .flatMap(hide -> Stream.ofNullable(hide.rule()))
        .findFirst()
        .map(
            rule ->
                new HiddenItem(Nodes.decided(judged.candidate().subject(), recorded, page), rule));
  }
}
