package dev.attune.graphql;

import dev.attune.catalog.Product;
import dev.attune.catalog.ProductId;
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
import dev.attune.graphql.view.ProductView;
import dev.attune.graphql.why.DecisionSummary;
import dev.attune.graphql.why.ReasonView;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    FeedCursor cursor = after == null ? FeedCursor.START : FeedCursor.read(after);
    List<FeedEdge> edges = new ArrayList<>();
    FeedCursor seen = cursor;
    if (after == null) {
      Decided hero = pipeline.decide(HeroSlot.HERO, Ask.of(page, 1));
      edges.add(
          new FeedEdge(
              seen.text(),
              new FeedView.HeroCard(HeroView.of(hero, page)),
              ReasonView.of(hero.reasons(), page.place().locale())));
    }
    int wanted = Math.max(1, first - edges.size());
    Decided decided = decide(page, wanted, cursor);
    for (Decided.Item item : decided.items()) {
      Product product = page.catalog().product(new ProductId(item.subject().local())).orElseThrow();
      seen = seen.and(product);
      edges.add(
          new FeedEdge(
              seen.text(),
              new FeedView.ProductCard(ProductView.asked(product, page)),
              ReasonView.of(item.reasons(), page.place().locale())));
    }
    return new FeedView(
        edges,
        info(edges, after, decided.items().size() == wanted),
        DecisionSummary.of(decided, page));
  }

  private Decided decide(DecisionContext page, int first, FeedCursor cursor) {
    Set<GlobalId> shown = new HashSet<>();
    List<ProductId> rest = new ArrayList<>();
    for (Product product : page.catalog().products()) {
      if (cursor.has(product)) {
        shown.add(new GlobalId(NodeType.PRODUCT, product.id().value()));
      } else if (rest.size() < first * 4 && product.forSale()) {
        rest.add(product.id());
      }
    }
    return pipeline.decide(FeedSlot.FEED, Ask.of(page, first).without(shown).among(rest));
  }

  private static PageInfo info(List<FeedEdge> edges, @Nullable String after, boolean more) {
    return new PageInfo(
        more,
        after != null,
        edges.isEmpty() ? null : edges.get(0).cursor(),
        edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor());
  }
}
