package dev.attune.graphql.feed;

import dev.attune.catalog.ProductId;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.Slot;
import dev.attune.decision.slot.OfferSlot;
import dev.attune.decision.slot.StorySlots;
import dev.attune.graphql.page.FeedItem;
import dev.attune.graphql.page.FeedView;
import dev.attune.graphql.page.OfferView;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.CollectionView;
import dev.attune.graphql.view.ContentCardView;
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.platform.id.GlobalId;
import dev.attune.record.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cards of one page of a feed: after every few products a guide, a collection or an offer. */
final class FeedCards {
  /** Every so many cards one is no product. */
  static final int RHYTHM = 6;

  private static final List<Slot> STORIES =
      List.of(StorySlots.CONTENT, StorySlots.COLLECTIONS, OfferSlot.OFFERS);

  private FeedCards() {}

  /** One card, what it shows, and why. */
  record Card(FeedItem item, GlobalId subject, List<Reason> reasons) {}

  /** Exactly as many as will be shown, in turn of each kind; fewer where the shop has no more. */
  static Deque<Card> stories(
      DecisionPipeline pipeline, DecisionContext page, FeedCursor cursor, int first) {
    Deque<Card> stories = new ArrayDeque<>();
    Set<GlobalId> picked = new HashSet<>();
    List<Slot> kinds = new ArrayList<>(STORIES);
    int turn = cursor.seen().hashes().length;
    while (stories.size() < first / RHYTHM && !kinds.isEmpty()) {
      Slot kind = kinds.get(turn % kinds.size());
      Ask ask = Ask.of(page, 1).without(id -> picked.contains(id) || cursor.seen().has(id));
      Decided decided = pipeline.decide(kind, ask);
      if (decided.items().isEmpty()) {
        kinds.remove(kind);
      } else {
        Decided.Item item = decided.items().get(0);
        FeedItem card = card(item.subject(), DecisionSummary.of(decided, page), page);
        stories.add(new Card(card, item.subject(), item.reasons()));
        picked.add(item.subject());
        turn++;
      }
    }
    return stories;
  }

  static Card product(Decided.Item item, DecisionContext page, BadgeSheet sheet) {
    ProductId id = new ProductId(item.subject().local());
    ProductView product = ProductView.asked(page.catalog().product(id).orElseThrow(), page, sheet);
    return new Card(new FeedView.ProductCard(product), item.subject(), item.reasons());
  }

  private static FeedItem card(GlobalId id, DecisionSummary decision, DecisionContext page) {
    return switch (id.type()) {
      case CONTENT_CARD ->
          new FeedView.ContentCardItem(
              ContentCardView.of(page.merchandise().guide(id.local()).orElseThrow(), page));
      case COLLECTION ->
          new FeedView.CollectionCard(
              new CollectionView(page.merchandise().collection(id.local()).orElseThrow(), page));
      case OFFER ->
          new FeedView.OfferCard(
              OfferView.of(page.merchandise().offer(id.local()).orElseThrow(), decision));
      default -> throw new IllegalArgumentException(id + " is no story");
    };
  }
}
