package dev.attune.graphql.merchant.content;

import dev.attune.catalog.Catalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.content.Routine;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Routines of the merchants' own. */
@GraphQLApi
public class MerchantRoutineApi {
  private static final int PRIORITY = 50;

  private final Merchants merchants;
  private final Merchandising merchandising;
  private final MerchandiseStore store;
  private final Catalog catalog;

  MerchantRoutineApi(
      Merchants merchants, Merchandising merchandising, MerchandiseStore store, Catalog catalog) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.store = store;
    this.catalog = catalog;
  }

  @Query
  @NonNull
  @Description("All routines of the merchants' own that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantRoutine>> routines() {
    return merchants.reading(
        () -> merchandising.current().routines().stream().map(MerchantRoutine::of).toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a routine (expectedVersion 0) or replaces it; a stale expectedVersion is refused"
          + " with STALE_VERSION. For merchandisers.")
  public Uni<MerchantRoutine> saveRoutine(
      @NonNull RoutineInput routine, @NonNull Integer expectedVersion) {
    return merchants
        .writing(
            (who, at) -> {
              Routine read = read(routine);
              AimReading.requireKnown("routine.scope", read.aim(), merchandising.current());
              return store.saveRoutine(read, expectedVersion, who, at);
            })
        .map(MerchantRoutine::of);
  }

  @Mutation
  @NonNull
  @Description("Forgets a routine; one of the catalog of the same id holds again.")
  public Uni<MerchantRoutine> archiveRoutine(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.archiveRoutine(id, expectedVersion, who, at))
        .map(MerchantRoutine::of);
  }

  private Routine read(RoutineInput input) {
    int priority = input.priority == null ? PRIORITY : input.priority;
    Merchants.require(!input.id.isBlank(), "routine.id", "A routine needs an id");
    Merchants.require(!input.title.isBlank(), "routine.title", "A routine needs a title");
    Merchants.require(
        input.steps.size() >= 2 && input.steps.size() <= Routine.MOST_STEPS,
        "routine.steps",
        "A routine has 2 to " + Routine.MOST_STEPS + " steps");
    Merchants.require(
        priority >= 0 && priority <= 100, "routine.priority", "A priority is 0 to 100");
    CatalogSnapshot snapshot = catalog.snapshot();
    List<Routine.Step> steps =
        input.steps.stream().map(step -> step(step.products, snapshot)).toList();
    List<String> products = steps.stream().flatMap(step -> step.products().stream()).toList();
    Merchants.require(
        products.stream().distinct().count() == products.size(),
        "routine.steps.products",
        "A product is in one step of a routine, once");
    return new Routine(
        input.id, input.title, steps, AimReading.aim("routine.scope", input.scope), priority, 0);
  }

  private static Routine.Step step(List<String> products, CatalogSnapshot catalog) {
    Merchants.require(
        !products.isEmpty() && products.size() <= Routine.MOST_PRODUCTS,
        "routine.steps.products",
        "A step has 1 to " + Routine.MOST_PRODUCTS + " products");
    return new Routine.Step(products.stream().map(id -> product(id, catalog)).toList());
  }

  private static String product(String id, CatalogSnapshot catalog) {
    return GlobalId.parse(id)
        .filter(global -> global.type() == NodeType.PRODUCT)
        .map(GlobalId::local)
        .filter(local -> catalog.product(new ProductId(local)).isPresent())
        .orElseThrow(
            () ->
                new AttuneException(
                    ErrorCode.UNKNOWN_ID, "routine.steps.products", "There is no '" + id + "'"));
  }
}
