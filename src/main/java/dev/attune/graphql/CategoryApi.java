package dev.attune.graphql;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.input.ProductFilterInput;
import dev.attune.graphql.input.ProductSort;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.listing.Listings;
import dev.attune.graphql.listing.Walks;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.schema.Personalized;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.CollectionView;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Category pages, collections, and their products. */
@GraphQLApi
public class CategoryApi {
  private final Pages pages;
  private final Listings listings;
  private final Walks walks;

  CategoryApi(Pages pages, Listings listings, Walks walks) {
    this.pages = pages;
    this.listings = listings;
    this.walks = walks;
  }

  @Query
  public Uni<@Nullable CategoryView> category(
      @Id @Nullable String id,
      @Nullable String handle,
      @Nullable PageContextInput context,
      Context operation) {
    return pages
        .page(operation)
        .map(page -> new CategoryView(Lookup.category(page, id, handle), page));
  }

  @Query
  @NonNull
  @Description("Top-level categories, or the children of `parent`, in merchandised order.")
  public Uni<List<@NonNull CategoryView>> categories(
      @Id @Nullable String parent, @Nullable PageContextInput context, Context operation) {
    return pages.page(operation).map(page -> ordered(page, parent));
  }

  @Personalized
  @NonNull
  public Uni<ProductConnection> products(
      @Source CategoryView category,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull ProductFilterInput> filters,
      @DefaultValue("FEATURED") @Nullable ProductSort sort,
      @DefaultValue("24") @Nullable Integer first,
      @Nullable String after) {
    return walks
        .turn(category.page(), first, after)
        .map(
            turn ->
                listings.category(category.page(), category.category().id(), filters, sort, turn));
  }

  @Personalized
  @NonNull
  public Uni<ProductConnection> products(
      @Source CollectionView collection,
      @DefaultValue("24") @Nullable Integer first,
      @Nullable String after) {
    return walks
        .turn(collection.page(), first, after)
        .map(turn -> listings.collection(collection.page(), collection.collection(), turn));
  }

  private static List<CategoryView> ordered(DecisionContext page, @Nullable String parent) {
    if (parent != null) {
      return new CategoryView(Lookup.category(page, parent, null), page).getChildren();
    }
    return page.catalog().roots().stream().map(root -> new CategoryView(root, page)).toList();
  }
}
