package dev.attune.graphql;

import dev.attune.catalog.Category;
import dev.attune.catalog.CategoryId;
import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.page.ShopperView;
import dev.attune.graphql.page.ShopperView.AffinityView;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.view.BadgeSheet;
import dev.attune.graphql.view.ProductView;
import dev.attune.profile.Affinity;
import dev.attune.profile.Dimension;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Who is asking, and what they may be told. */
@GraphQLApi
public class ShopperApi {
  private final Pages pages;

  ShopperApi(Pages pages) {
    this.pages = pages;
  }

  @Query
  @NonNull
  @Description("Who the gateway thinks is asking, and what it would tell them it knows.")
  public Uni<ShopperView> shopper(@Nullable PageContextInput context, Context operation) {
    return pages.page(operation).map(ShopperView::new);
  }

  @NonNull
  public Uni<List<@NonNull AffinityView>> affinities(
      @Source ShopperView shopper, @DefaultValue("10") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () ->
                shopper.page().shown().lasting().stream()
                    .limit(Slice.size("first", first))
                    .map(affinity -> view(affinity, shopper.page()))
                    .toList());
  }

  @NonNull
  public Uni<List<@NonNull ProductView>> recentlyViewed(
      @Source ShopperView shopper, @DefaultValue("12") @Nullable Integer first) {
    return Uni.createFrom()
        .item(
            () -> {
              DecisionContext page = shopper.page();
              BadgeSheet sheet = new BadgeSheet(page);
              return page.shown().viewed().stream()
                  .flatMap(seen -> page.catalog().product(seen.product()).stream())
                  .flatMap(product -> ProductView.of(product, page, sheet).stream())
                  .limit(Slice.size("first", first))
                  .toList();
            });
  }

  private static AffinityView view(Affinity affinity, DecisionContext page) {
    String label =
        affinity.dimension() == Dimension.CATEGORY
            ? page.catalog()
                .category(new CategoryId(affinity.value()))
                .map(Category::title)
                .orElse(affinity.value())
            : affinity.value();
    return new AffinityView(
        affinity.dimension().name().toLowerCase(Locale.ROOT),
        affinity.value(),
        label,
        affinity.score());
  }
}
