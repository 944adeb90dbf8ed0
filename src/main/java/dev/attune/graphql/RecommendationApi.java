package dev.attune.graphql;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.Placement;
import dev.attune.decision.slot.RailSlots;
import dev.attune.graphql.input.CartLineInput;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.page.RailView;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Pages;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** One rail for one placement, for pages that are not asked for as a whole. */
@GraphQLApi
public class RecommendationApi {
  private static final String PRODUCT_PLACEMENTS = "PRODUCT_";

  private final Pages pages;
  private final DecisionPipeline pipeline;

  RecommendationApi(Pages pages, DecisionPipeline pipeline) {
    this.pages = pages;
    this.pipeline = pipeline;
  }

  @Query
  @NonNull
  @Description(
      "One rail for one placement. Product placements need `product`, cart placements use `cart` or"
          + " the cart known from events.")
  public Uni<RailView> recommendations(
      @NonNull Placement placement,
      @Id @Nullable String product,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull CartLineInput> cart,
      @DefaultValue("12") @Nullable Integer first,
      @Nullable PageContextInput context,
      Context operation) {
    return pages
        .page(operation)
        .map(page -> rail(page, placement, product, cart, Slice.size("first", first)));
  }

  private RailView rail(
      DecisionContext page,
      Placement placement,
      @Nullable String product,
      @Nullable List<CartLineInput> cart,
      int first) {
    Ask ask = Ask.of(page, first).at(placement.name());
    if (placement.name().startsWith(PRODUCT_PLACEMENTS) && product == null) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD, "product", placement + " needs the product it stands beside");
    }
    if (product != null) {
      ask = ask.about(Lookup.product(page, product, null).id());
    }
    if (cart != null) {
      List<ProductId> products =
          CartLines.of(cart, page).stream().map(line -> line.product().id()).toList();
      ask = ask.withCart(products);
    }
    return RailView.of(placement, pipeline.decide(RailSlots.of(placement), ask), page);
  }
}
