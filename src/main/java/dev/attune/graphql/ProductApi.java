package dev.attune.graphql;

import dev.attune.decision.Ask;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.BesideProduct;
import dev.attune.decision.slot.OfferSlot;
import dev.attune.decision.slot.Placement;
import dev.attune.decision.slot.RailSlots;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.input.RecommendationIntent;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.list.VariantConnection;
import dev.attune.graphql.page.BadgeView;
import dev.attune.graphql.page.OfferView;
import dev.attune.graphql.page.RailView;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.schema.Personalized;
import dev.attune.graphql.view.Image;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.view.VariantView;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Product pages, and what hangs on a product wherever it stands. */
@GraphQLApi
public class ProductApi {
  private final Pages pages;
  private final DecisionPipeline pipeline;

  ProductApi(Pages pages, DecisionPipeline pipeline) {
    this.pages = pages;
    this.pipeline = pipeline;
  }

  @Query
  @Description("Exactly one of id and handle.")
  public Uni<@Nullable ProductView> product(
      @Id @Nullable String id,
      @Nullable String handle,
      @Nullable PageContextInput context,
      Context operation) {
    return pages
        .page(operation)
        .map(page -> ProductView.asked(Lookup.product(page, id, handle), page));
  }

  @NonNull
  public Uni<List<@NonNull Image>> images(
      @Source ProductView product, @DefaultValue("10") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                product.product().images().stream()
                    .limit(Slice.size("first", first))
                    .map(Image::of)
                    .toList());
  }

  @NonNull
  public Uni<VariantConnection> variants(
      @Source ProductView product,
      @DefaultValue("50") @Nullable Integer first,
      @Nullable String after) {
    return Uni.createFrom()
        .item(
            () ->
                VariantConnection.of(
                    Slice.of(
                        product.variants().stream()
                            .map(VariantView::of)
                            .flatMap(Optional::stream)
                            .toList(),
                        VariantView::id,
                        first,
                        after)));
  }

  @Personalized
  @NonNull
  public Uni<List<@NonNull BadgeView>> badges(
      @Source ProductView product, @DefaultValue("3") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                BadgeView.of(product.badges(Slice.size("first", first), pipeline), product.page()));
  }

  @Personalized
  @NonNull
  public Uni<List<@NonNull OfferView>> offers(
      @Source ProductView product, @DefaultValue("1") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                OfferView.of(
                    pipeline.decide(
                        OfferSlot.OFFERS,
                        Ask.of(product.page(), Slice.size("first", first))
                            .about(product.product().id())),
                    product.page()));
  }

  @Personalized
  @NonNull
  public Uni<RailView> recommendations(
      @Source ProductView product,
      @DefaultValue("RELATED") @Nullable RecommendationIntent intent,
      @DefaultValue("8") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () -> {
              Placement placement =
                  intent == null || intent == RecommendationIntent.RELATED
                      ? BesideProduct.of(product.page(), product.product())
                      : intent.placement();
              Ask ask =
                  Ask.of(product.page(), Slice.size("first", first))
                      .at(placement.name())
                      .about(product.product().id());
              return RailView.of(
                  placement, pipeline.decide(RailSlots.of(placement), ask), product.page());
            });
  }
}
