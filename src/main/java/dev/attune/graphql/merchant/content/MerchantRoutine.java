package dev.attune.graphql.merchant.content;

import dev.attune.merchandising.Written;
import dev.attune.merchandising.content.Routine;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A routine as a merchant reads it, with the version to bring back when it is saved. */
public record MerchantRoutine(
    @NonNull @Id String id,
    @NonNull String title,
    @NonNull List<@NonNull RoutineStep> steps,
    @NonNull ContentScope scope,
    int priority,
    int version,
    @Description("Whether shoppers get it; else it is a draft that never was published.")
        boolean live,
    @Nullable @Description("What is being prepared, not yet shown to shoppers.")
        MerchantRoutine draft) {
  /** As it was last, out of the shop. */
  static MerchantRoutine archived(Routine routine) {
    return of(routine, false, null);
  }

  static MerchantRoutine of(Written<Routine> written) {
    return written.read(MerchantRoutine::of);
  }

  private static MerchantRoutine of(
      Routine routine, boolean live, @Nullable MerchantRoutine draft) {
    return new MerchantRoutine(
        routine.id(),
        routine.title(),
        routine.steps().stream().map(RoutineStep::of).toList(),
        ContentScope.of(routine.aim()),
        routine.priority(),
        routine.version(),
        live,
        draft);
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
