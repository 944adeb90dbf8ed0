package dev.attune.graphql;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
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
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.MoneyView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.view.VariantView;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.Money;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
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
  private static final Currency WITHOUT_PRODUCTS = Currency.getInstance("USD");

  private final Pages pages;
  private final DecisionPipeline pipeline;

  CartApi(Pages pages, DecisionPipeline pipeline) {
    this.pages = pages;
    this.pipeline = pipeline;
  }

  @Query
  @NonNull
  @Description("The cart page: lines priced from the catalog, with what fits them.")
  public Uni<CartView> cart(
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull CartLineInput> lines,
      @Nullable PageContextInput context,
      Context operation) {
    return pages
        .page(operation)
        .map(page -> cart(lines == null ? CartLines.known(page) : CartLines.of(lines, page), page));
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

  private static CartView cart(List<CartLines.Line> lines, DecisionContext page) {
    List<CartView.CartLine> views = new ArrayList<>();
    Currency currency = page.place().currency();
    long subtotal = 0;
    BadgeSheet sheet = new BadgeSheet(page);
    for (CartLines.Line line : lines) {
      Money price = line.variant().price();
      if (price == null) {
        continue;
      }
      currency = currency == null ? price.currency() : currency;
      requireSame(currency, price.currency());
      Money total = price.times(line.quantity());
      subtotal = Math.addExact(subtotal, total.minor());
      views.add(view(line, price, total, sheet, page));
    }
    Currency shown = Objects.requireNonNullElse(currency, WITHOUT_PRODUCTS);
    return new CartView(views, MoneyView.of(new Money(subtotal, shown)), page);
  }

  private static CartView.CartLine view(
      CartLines.Line line, Money price, Money total, BadgeSheet sheet, DecisionContext page) {
    Integer stock = line.variant().quantity();
    boolean enough = stock == null || stock >= line.quantity();
    return new CartView.CartLine(
        ProductView.asked(line.product(), page, sheet),
        VariantView.of(line.variant()).orElseThrow(),
        line.quantity(),
        MoneyView.of(price),
        MoneyView.of(total),
        line.variant().forSale() && enough);
  }

  private static void requireSame(Currency one, Currency other) {
    if (!one.equals(other)) {
      throw new AttuneException(
          ErrorCode.INVALID_CURRENCY,
          "lines",
          "A cart has one currency, not " + one + " and " + other + "; say which in context");
    }
  }
}
