package dev.attune.graphql.merchant.content;

import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A routine as a merchant writes it. */
@Input("RoutineInput")
@Description(
    "Products that are used one after the other; one of the same id as a routine of the catalog"
        + " takes its place.")
@SuppressWarnings("NullAway.Init")
public class RoutineInput {
  @Id @NonNull public String id;
  @NonNull public String title;

  @NonNull
  @Description("2 to 20, in order.")
  public List<@NonNull RoutineStepInput> steps;

  public @Nullable ContentScopeInput scope;

  @DefaultValue("50")
  @Description("0 to 100: of two routines that a cart has begun the higher one's step comes first.")
  public @Nullable Integer priority;

  /** One step of a routine. */
  @Input("RoutineStepInput")
  @SuppressWarnings("NullAway.Init")
  public static class RoutineStepInput {
    @Id
    @NonNull
    @Description("Global ids of products; one of them is enough for the step.")
    public List<@NonNull String> products;
  }
}
