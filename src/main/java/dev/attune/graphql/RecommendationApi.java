package dev.attune.graphql;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.Placement;
import dev.attune.decision.slot.RailSlots;
import dev.attune.graphql.input.CartLineInput;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.listing.Listings;
import dev.attune.graphql.page.RailView;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Pages;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
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
import org.jspecify.annotations.Nullable;

/** One rail for one placement, for pages that are not asked for as a whole. */
@GraphQLApi
public class RecommendationApi {
  private static final String PRODUCT_PLACEMENTS = "PRODUCT_";

  private final Pages pages;
  private final DecisionPipeline pipeline;
  private final Listings listings;

  RecommendationApi(Pages pages, DecisionPipeline pipeline, Listings listings) {
    this.pages = pages;
    this.pipeline = pipeline;
    this.listings = listings;
  }

  @Query
  @NonNull
  @Description(
      "One rail for one placement. Product placements need `product`, cart placements use `cart` or"
          + " the cart known from events, CATEGORY_TOP uses `category` or the one whose handle the"
          + " path of the context's url ends with. SEARCH_NO_RESULTS begins with what comes nearest to"
          + " `query`, the one that found nothing.")
  public Uni<RailView> recommendations(
      @NonNull Placement placement,
      @Id @Nullable String product,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull CartLineInput> cart,
      @DefaultValue("12") @Nullable Integer first,
      @Id @Nullable String category,
      @Nullable String query,
      @Nullable PageContextInput context,
      Context operation) {
    return pages
        .page(operation)
        .map(
            page -> {
              Ask ask = Ask.of(page, Slice.size("first", first)).at(placement.name());
              Ask searching =
                  placement == Placement.SEARCH_NO_RESULTS && query != null
                      ? listings.nearest(ask, query)
                      : ask;
              return rail(placement, product, cart, in(searching, placement, category));
            });
  }

  private static Ask in(Ask ask, Placement placement, @Nullable String category) {
    if (category != null) {
      return ask.in(Lookup.category(ask.context(), category, null).id());
    }
    @Nullable String url = ask.context().place().url();
    return placement != Placement.CATEGORY_TOP || url == null
        ? ask
        : categoryOf(url, ask.context()).map(ask::in).orElse(ask);
  }

  private static Optional<CategoryId> categoryOf(String url, DecisionContext page) {
    String path = url.split("[?#]", 2)[0].replaceAll("/+$", "");
    return Optional.of(path.substring(path.lastIndexOf('/') + 1))
        .filter(handle -> !handle.isBlank())
        .map(CategoryId::new)
        .filter(id -> page.catalog().category(id).isPresent());
  }

  private RailView rail(
      Placement placement,
      @Nullable String product,
      @Nullable List<CartLineInput> cart,
      Ask asked) {
    Ask ask = asked;
    DecisionContext page = ask.context();
    if (placement.name().startsWith(PRODUCT_PLACEMENTS) && product == null) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD, "product", placement + " needs the product it stands beside");
    }
    if (product != null) {
      ask = ask.about(Lookup.product(page, product, null).id());
    }
    if (cart != null) {
      List<ProductId> products =
          CartLines.of(cart, page).lines().stream().map(line -> line.product().id()).toList();
      ask = ask.withCart(products);
    }
    return RailView.of(placement, pipeline.decide(RailSlots.of(placement), ask), page);
  }
}
