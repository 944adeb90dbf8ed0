package dev.attune.graphql.merchant.content;

import dev.attune.merchandising.content.Routine;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A routine as a merchant reads it, with the version to bring back when it is saved. */
public record MerchantRoutine(
    @NonNull @Id String id,
    @NonNull String title,
    @NonNull List<@NonNull RoutineStep> steps,
    @NonNull ContentScope scope,
    int priority,
    int version) {
  static MerchantRoutine of(Routine routine) {
    return new MerchantRoutine(
        routine.id(),
        routine.title(),
        routine.steps().stream().map(RoutineStep::of).toList(),
        ContentScope.of(routine.aim()),
        routine.priority(),
        routine.version());
  }

  /** One step: of its products one is enough. */
  public record RoutineStep(@Id @NonNull List<@NonNull String> products) {
    static RoutineStep of(Routine.Step step) {
      return new RoutineStep(
          step.products().stream()
              .map(product -> new GlobalId(NodeType.PRODUCT, product).toString())
              .toList());
    }
  }
}
