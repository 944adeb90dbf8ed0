package dev.attune.graphql.request;

import dev.attune.catalog.CategoryId;
import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.Variant;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.page.HeroView;
import dev.attune.graphql.page.OfferView;
import dev.attune.graphql.page.ProductBadge;
import dev.attune.graphql.schema.Gone;
import dev.attune.graphql.schema.Node;
import dev.attune.graphql.view.BrandView;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.CollectionView;
import dev.attune.graphql.view.ContentCardView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.view.VariantView;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.record.RecordedDecision;
import java.util.Optional;

/** Objects of the shop by their global id, as they are on this page. */
public final class Nodes {
  private Nodes() {}

  /** The object, empty when it is gone, has no price here, or is no node. */
  public static Optional<Node> find(GlobalId id, DecisionContext page) {
    return switch (id.type()) {
      case PRODUCT ->
          page.catalog()
              .product(new ProductId(id.local()))
              .flatMap(product -> ProductView.of(product, page))
              .map(view -> (Node) view);
      case VARIANT -> variant(id, page);
      case CATEGORY ->
          page.catalog()
              .category(new CategoryId(id.local()))
              .map(category -> (Node) new CategoryView(category, page));
      case BRAND -> brand(id, page);
      case COLLECTION ->
          page.merchandise()
              .collection(id.local())
              .map(collection -> (Node) new CollectionView(collection, page));
      case CONTENT_CARD ->
          page.merchandise().guide(id.local()).map(guide -> (Node) ContentCardView.of(guide, page));
      case PRODUCT_BADGE -> ProductBadge.of(id, page).map(badge -> (Node) badge);
      case HERO, OFFER, DECISION, SHOPPER -> Optional.empty();
    };
  }

  /**
   * The same for who asks for it by its id.
   *
   * @throws dev.attune.platform.error.AttuneException PRICE_UNAVAILABLE for a product that is not
   *     sold in this market
   */
  public static Optional<Node> asked(GlobalId id, DecisionContext page) {
    if (id.type() == NodeType.PRODUCT) {
      page.asked(catalog -> catalog.product(new ProductId(id.local())));
    } else if (id.type() == NodeType.VARIANT) {
      page.asked(catalog -> catalog.productBySku(id.local()));
    }
    return find(id, page);
  }

  /** What a decision was about: also heroes and offers, and what is gone since. */
  public static Node decided(GlobalId id, RecordedDecision decision, DecisionContext page) {
    return switch (id.type()) {
      case HERO -> HeroView.of(id, DecisionSummary.of(decision, page), page);
      case OFFER ->
          page.merchandise()
              .offer(id.local())
              .map(offer -> (Node) OfferView.of(offer, DecisionSummary.of(decision, page), page))
              .orElseGet(() -> new Gone(id.toString()));
      default -> find(id, page).orElseGet(() -> new Gone(id.toString()));
    };
  }

  private static Optional<Node> variant(GlobalId id, DecisionContext page) {
    Optional<Variant> variant =
        page.catalog()
            .productBySku(id.local())
            .map(Product::variants)
            .flatMap(all -> all.stream().filter(one -> one.id().equals(id.local())).findFirst());
    return variant.flatMap(VariantView::of).map(view -> (Node) view);
  }

  private static Optional<Node> brand(GlobalId id, DecisionContext page) {
    return page.catalog().assortment().hasBrand(id.local())
        ? Optional.of(BrandView.of(id.local()))
        : Optional.empty();
  }
}
