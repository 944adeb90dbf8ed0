package dev.attune.graphql.page;

import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.CollectionView;
import dev.attune.graphql.view.ContentCardView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import java.util.List;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** The endless mixed feed. */
@Name("FeedConnection")
public record FeedView(
    @NonNull List<@NonNull FeedEdge> edges,
    @NonNull PageInfo pageInfo,
    @NonNull DecisionSummary decision) {

  /** A card, where it stands, and why there. */
  public record FeedEdge(
      @NonNull String cursor, @NonNull FeedItem node, @NonNull List<@NonNull ReasonView> reasons) {}

  /** A hero as a card. */
  public record HeroCard(@NonNull HeroView hero) implements FeedItem {}

  /** A product as a card. */
  public record ProductCard(@NonNull ProductView product) implements FeedItem {}

  /** A rail as a card. */
  public record RailCard(@NonNull RailView rail) implements FeedItem {}

  /** A category as a card. */
  public record CategoryCard(@NonNull CategoryView category) implements FeedItem {}

  /** A content card as a card of the feed. */
  public record ContentCardItem(@NonNull ContentCardView content) implements FeedItem {}

  /** A collection as a card. */
  public record CollectionCard(@NonNull CollectionView collection) implements FeedItem {}

  /** An offer as a card. */
  public record OfferCard(@NonNull OfferView offer) implements FeedItem {}
}
