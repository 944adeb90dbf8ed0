package dev.attune.graphql;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.OfferSlot;
import dev.attune.decision.slot.Placement;
import dev.attune.decision.slot.RailSlots;
import dev.attune.graphql.input.CartLineInput;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.page.CartView;
import dev.attune.graphql.page.OfferView;
import dev.attune.graphql.page.RailView;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.schema.Personalized;
import dev.attune.platform.money.ShopCurrency;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The cart page. */
@GraphQLApi
public class CartApi {
  private final Pages pages;
  private final DecisionPipeline pipeline;
  private final ShopCurrency currency;

  CartApi(Pages pages, DecisionPipeline pipeline, ShopCurrency currency) {
    this.pages = pages;
    this.pipeline = pipeline;
    this.currency = currency;
  }

  @Query
  @NonNull
  @Description("The cart page: lines priced from the catalog, with what fits them.")
  public Uni<CartView> cart(
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull CartLineInput> lines,
      @Nullable PageContextInput context,
      Context operation) {
    return pages.page(operation).map(page -> Carts.of(lines, page, currency));
  }

  @Personalized
  @NonNull
  public Uni<RailView> recommendations(
      @Source CartView cart,
      @DefaultValue("CART_COMPLEMENTARY") @Nullable Placement placement,
      @DefaultValue("6") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () -> {
              Placement chosen = placement == null ? Placement.CART_COMPLEMENTARY : placement;
              Ask ask = ask(cart, first).at(chosen.name());
              return RailView.of(chosen, pipeline.decide(RailSlots.of(chosen), ask), cart.page());
            });
  }

  @Personalized
  @NonNull
  public Uni<List<@NonNull OfferView>> offers(
      @Source CartView cart, @DefaultValue("2") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                OfferView.of(
                    pipeline.decide(OfferSlot.OFFERS, ask(cart, first).at("CART")), cart.page()));
  }

  private static Ask ask(CartView cart, @Nullable Integer first) {
    List<ProductId> products =
        cart.getLines().stream().map(line -> line.product().product().id()).toList();
    return Ask.of(cart.page(), Slice.size("first", first)).withCart(products);
  }
}
