package dev.attune.graphql.merchant.content;

import dev.attune.graphql.merchant.ContentDesk;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.Typed;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.content.Routine;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Routines of the merchants' own. */
@GraphQLApi
public class MerchantRoutineApi {
  private final ContentDesk desk;

  MerchantRoutineApi(ContentDesk desk) {
    this.desk = desk;
  }

  @Query
  @NonNull
  @Description(
      "All routines of the merchants' own that are not archived, live and drafted, by id. For"
          + " operators.")
  public Uni<List<@NonNull MerchantRoutine>> routines() {
    return desk.all(Kind.ROUTINE, MerchantRoutine::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a routine (expectedVersion 0) or replaces it, as a draft where publish is false; a"
          + " stale expectedVersion is refused with STALE_VERSION. For merchandisers.")
  public Uni<MerchantRoutine> saveRoutine(
      @NonNull RoutineInput routine,
      @NonNull Integer expectedVersion,
      @DefaultValue("true") @Nullable Boolean publish) {
    return desk.save(Kind.ROUTINE, expectedVersion, publish, () -> read(routine))
        .map(MerchantRoutine::of);
  }

  @Mutation
  @NonNull
  @Description("Shows a routine to shoppers as it was drafted. For merchandisers.")
  public Uni<MerchantRoutine> publishRoutine(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.publish(Kind.ROUTINE, id, expectedVersion).map(MerchantRoutine::of);
  }

  @Mutation
  @NonNull
  @Description("Forgets a routine; one of the catalog of the same id holds again.")
  public Uni<MerchantRoutine> archiveRoutine(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.ROUTINE, id, expectedVersion).map(MerchantRoutine::archived);
  }

  private static Routine read(RoutineInput input) {
    Merchants.require(
        input.steps.size() >= 2 && input.steps.size() <= Routine.MOST_STEPS,
        "routine.steps",
        "A routine has 2 to " + Routine.MOST_STEPS + " steps");
    List<Routine.Step> steps = input.steps.stream().map(step -> step(step.products)).toList();
    List<String> products = steps.stream().flatMap(step -> step.products().stream()).toList();
    Merchants.require(
        products.stream().distinct().count() == products.size(),
        "routine.steps.products",
        "A product is in one step of a routine, once");
    return new Routine(
        Typed.id("routine.id", input.id),
        Typed.title("routine.title", input.title),
        steps,
        AimReading.aim("routine.scope", input.scope),
        Typed.priority("routine.priority", input.priority),
        0);
  }

  private static Routine.Step step(List<String> products) {
    Merchants.require(
        !products.isEmpty() && products.size() <= Routine.MOST_PRODUCTS,
        "routine.steps.products",
        "A step has 1 to " + Routine.MOST_PRODUCTS + " products");
    return new Routine.Step(Typed.products("routine.steps.products", products));
  }
}
