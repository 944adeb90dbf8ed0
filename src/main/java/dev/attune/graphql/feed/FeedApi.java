package dev.attune.graphql.feed;

import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.FeedSlot;
import dev.attune.decision.slot.HeroSlot;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.PageInfo;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.page.FeedView;
import dev.attune.graphql.page.FeedView.FeedEdge;
import dev.attune.graphql.page.HeroView;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** The endless feed of mobile apps. */
@GraphQLApi
public class FeedApi {
  private final Pages pages;
  private final DecisionPipeline pipeline;

  FeedApi(Pages pages, DecisionPipeline pipeline) {
    this.pages = pages;
    this.pipeline = pipeline;
  }

  @Query
  @NonNull
  @Description(
      "An endless mixed feed for mobile apps; a page never repeats what an earlier page showed.")
  public Uni<FeedView> feed(
      @DefaultValue("20") @Nullable Integer first,
      @Nullable String after,
      @Nullable PageContextInput context,
      Context operation) {
    return pages.page(operation).map(page -> feed(page, Slice.size("first", first), after));
  }

  /** The first page opens with the hero; every page goes on with what was not shown before. */
  private FeedView feed(DecisionContext page, int first, @Nullable String after) {
    FeedCursor start = FeedCursor.start(page);
    FeedCursor cursor = after == null ? start : start.at(after);
    List<FeedCards.Card> cards = new ArrayList<>();
    if (after == null) {
      Decided hero = pipeline.decide(HeroSlot.HERO, Ask.of(page, 1));
      cards.add(
          new FeedCards.Card(
              new FeedView.HeroCard(HeroView.of(hero, page)),
              hero.subjects().get(0),
              hero.reasons()));
    }
    Deque<FeedCards.Card> stories = FeedCards.stories(pipeline, page, cursor, first);
    int wanted = Math.max(1, first - cards.size() - stories.size());
    Decided decided =
        pipeline.decide(
            FeedSlot.FEED,
            Ask.of(page, wanted)
                .without(cursor.seen()::has)
                .among(FeedPool.of(page, cursor, wanted)));
    BadgeSheet sheet = new BadgeSheet(page);
    for (Decided.Item item : decided.items()) {
      cards.add(FeedCards.product(item, page, sheet));
      if (cards.size() % FeedCards.RHYTHM == FeedCards.RHYTHM - 1 && !stories.isEmpty()) {
        cards.add(stories.remove());
      }
    }
    cards.addAll(stories);
    List<FeedEdge> edges = edges(cards, cursor, page);
    return new FeedView(
        edges,
        info(edges, after, decided.items().size() == wanted),
        DecisionSummary.of(decided, page));
  }

  /** Each with the cursor behind it. */
  private static List<FeedEdge> edges(
      List<FeedCards.Card> cards, FeedCursor cursor, DecisionContext page) {
    List<FeedEdge> edges = new ArrayList<>(cards.size());
    Seen seen = cursor.seen();
    for (FeedCards.Card card : cards) {
      seen = seen.and(card.subject());
      edges.add(
          new FeedEdge(
              cursor.with(seen).text(),
              card.item(),
              ReasonView.of(card.reasons(), page.place().locale())));
    }
    return edges;
  }

  private static PageInfo info(List<FeedEdge> edges, @Nullable String after, boolean more) {
    return new PageInfo(
        more,
        after != null,
        edges.isEmpty() ? null : edges.get(0).cursor(),
        edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor());
  }
}
