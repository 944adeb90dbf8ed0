package dev.attune.graphql;

import dev.attune.catalog.CategoryId;
import dev.attune.decision.Ask;
import dev.attune.decision.Decided;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.DecisionPipeline;
import dev.attune.decision.slot.CategoryOrderSlot;
import dev.attune.decision.slot.HeroSlot;
import dev.attune.decision.slot.HomeRails;
import dev.attune.decision.slot.OfferSlot;
import dev.attune.decision.slot.StorySlots;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.page.CategoryOrder;
import dev.attune.graphql.page.HeroView;
import dev.attune.graphql.page.HomeView;
import dev.attune.graphql.page.OfferView;
import dev.attune.graphql.page.RailView;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.schema.Personalized;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.CollectionView;
import dev.attune.graphql.view.ContentCardView;
import dev.attune.graphql.why.DecisionSummary;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The home screen. */
@GraphQLApi
public class HomeApi {
  private final Pages pages;
  private final DecisionPipeline pipeline;

  HomeApi(Pages pages, DecisionPipeline pipeline) {
    this.pages = pages;
    this.pipeline = pipeline;
  }

  @Query
  @NonNull
  @Description("The home screen, decided for this shopper in one request.")
  public Uni<HomeView> home(@Nullable PageContextInput context, Context operation) {
    return pages.page(operation).map(HomeView::new);
  }

  @Personalized
  @NonNull
  public Uni<HeroView> hero(@Source HomeView home) {
    return Uni.createFrom()
        .item(
            () -> HeroView.of(pipeline.decide(HeroSlot.HERO, Ask.of(home.page(), 1)), home.page()));
  }

  @Personalized
  @NonNull
  public Uni<CategoryOrder> categoryOrder(
      @Source HomeView home, @DefaultValue("12") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () -> {
              DecisionContext page = home.page();
              Decided decided =
                  pipeline.decide(
                      CategoryOrderSlot.CATEGORY_ORDER, Ask.of(page, Slice.size("first", first)));
              return new CategoryOrder(
                  decided.subjects().stream()
                      .flatMap(id -> page.catalog().category(new CategoryId(id.local())).stream())
                      .map(category -> new CategoryView(category, page))
                      .toList(),
                  DecisionSummary.of(decided, page));
            });
  }

  @Personalized
  @NonNull
  @Description("Rails of this page, most useful first; no product appears in two of them.")
  public Uni<List<@NonNull RailView>> rails(
      @Source HomeView home,
      @DefaultValue("4") @Nullable Integer first,
      @Name("perRail") @DefaultValue("12") @Nullable Integer perRail) {
    return Uni.createFrom()
        .item(
            () -> {
              DecisionContext page = home.page();
              BadgeSheet sheet = new BadgeSheet(page);
              return HomeRails.decide(
                      pipeline, page, Slice.size("first", first), Slice.size("perRail", perRail))
                  .stream()
                  .map(rail -> RailView.of(rail.placement(), rail.decided(), page, sheet))
                  .toList();
            });
  }

  @Personalized
  @NonNull
  public Uni<List<@NonNull OfferView>> offers(
      @Source HomeView home, @DefaultValue("3") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                OfferView.of(
                    pipeline.decide(
                        OfferSlot.OFFERS, Ask.of(home.page(), Slice.size("first", first))),
                    home.page()));
  }

  @Personalized
  @NonNull
  public Uni<List<@NonNull CollectionView>> collections(
      @Source HomeView home, @DefaultValue("4") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                pipeline
                    .decide(StorySlots.COLLECTIONS, Ask.of(home.page(), Slice.size("first", first)))
                    .subjects()
                    .stream()
                    .flatMap(id -> home.page().merchandise().collection(id.local()).stream())
                    .map(collection -> new CollectionView(collection, home.page()))
                    .toList());
  }

  @Personalized
  @NonNull
  public Uni<List<@NonNull ContentCardView>> content(
      @Source HomeView home, @DefaultValue("3") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                pipeline
                    .decide(StorySlots.CONTENT, Ask.of(home.page(), Slice.size("first", first)))
                    .subjects()
                    .stream()
                    .flatMap(id -> home.page().merchandise().guide(id.local()).stream())
                    .map(guide -> ContentCardView.of(guide, home.page()))
                    .toList());
  }
}
