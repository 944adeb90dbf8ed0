package dev.attune.graphql.merchant.preview;

import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.rehearsal.Rehearsal;
import dev.attune.decision.slot.CategoryOrderSlot;
import dev.attune.decision.slot.HeroSlot;
import dev.attune.decision.slot.HomeRails;
import dev.attune.decision.slot.OfferSlot;
import dev.attune.decision.slot.Placement;
import dev.attune.decision.slot.RailSlots;
import dev.attune.decision.slot.StorySlots;
import dev.attune.graphql.listing.Listings;
import dev.attune.graphql.listing.Turn;
import dev.attune.graphql.page.CartView;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.ProductView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decides all lists of a previewed page, as the storefront asks for them. */
@ApplicationScoped
class Rehearsals {
  private static final int RAILS = 6;
  private static final int RAIL = 12;
  private static final int STRIP = 4;

  private final DecisionPipeline pipeline;
  private final Listings listings;

  Rehearsals(DecisionPipeline pipeline, Listings listings) {
    this.pipeline = pipeline;
    this.listings = listings;
  }

  /** All lists of the page. */
  List<PreviewedList> lists(Preview preview, int first) {
    Rehearsal rehearsal = new Rehearsal();
    DecisionContext page = preview.page().keepingIn(rehearsal);
    PreviewPageInput asked = preview.asked();
    if (asked.isHome()) {
      home(page);
    }
    CategoryView category = preview.getCategory();
    if (category != null) {
      listings.category(page, category.category().id(), null, null, Turn.first(RAIL));
    }
    if (asked.search != null) {
      listings.search(page, asked.search, null, null, Turn.first(RAIL));
    }
    ProductView product = preview.getProduct();
    if (product != null) {
      product(page, product);
    }
    CartView cart = preview.getCart();
    if (cart != null) {
      cart(page, cart);
    }
    return rehearsal.decided().stream()
        .map(rehearsed -> PreviewedList.of(rehearsed, page, first))
        .toList();
  }

  private void home(DecisionContext page) {
    pipeline.decide(HeroSlot.HERO, Ask.of(page, 1));
    pipeline.decide(CategoryOrderSlot.CATEGORY_ORDER, Ask.of(page, RAIL));
    HomeRails.decide(pipeline, page, RAILS, RAIL);
    pipeline.decide(OfferSlot.OFFERS, Ask.of(page, STRIP));
    pipeline.decide(StorySlots.COLLECTIONS, Ask.of(page, STRIP));
    pipeline.decide(StorySlots.CONTENT, Ask.of(page, STRIP));
  }

  private void product(DecisionContext page, ProductView product) {
    Ask ask = Ask.of(page, RAIL).about(product.product().id());
    rail(ask, Placement.PRODUCT_SIMILAR);
    rail(ask, Placement.PRODUCT_COMPLEMENTARY);
    rail(ask, Placement.PRODUCT_BOUGHT_TOGETHER);
    pipeline.decide(OfferSlot.OFFERS, ask);
  }

  private void cart(DecisionContext page, CartView cart) {
    Ask ask =
        Ask.of(page, RAIL)
            .withCart(cart.getLines().stream().map(line -> line.product().product().id()).toList());
    rail(ask, Placement.CART_COMPLEMENTARY);
    rail(ask, Placement.CART_COMPLETE_THE_ROUTINE);
    pipeline.decide(OfferSlot.OFFERS, ask.at("CART"));
  }

  private void rail(Ask ask, Placement placement) {
    pipeline.decide(RailSlots.of(placement), ask.at(placement.name()));
  }
}
