package dev.attune.graphql;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.input.ProductFilterInput;
import dev.attune.graphql.input.ProductSort;
import dev.attune.graphql.list.ProductConnection;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.list.Suggestion;
import dev.attune.graphql.list.Suggestion.SuggestionKind;
import dev.attune.graphql.listing.Listings;
import dev.attune.graphql.listing.Walks;
import dev.attune.graphql.request.Nodes;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.schema.Node;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Search, and what typing so far may mean. */
@GraphQLApi
public class SearchApi {
  private final Pages pages;
  private final Listings listings;
  private final Walks walks;

  SearchApi(Pages pages, Listings listings, Walks walks) {
    this.pages = pages;
    this.listings = listings;
    this.walks = walks;
  }

  @Query
  @NonNull
  public Uni<List<@NonNull Suggestion>> suggest(
      @NonNull String query,
      @DefaultValue("8") @Nullable Integer first,
      @Nullable PageContextInput context,
      Context operation) {
    return pages.page(operation).map(page -> suggestions(page, query, Slice.size("first", first)));
  }

  @Query
  @NonNull
  public Uni<ProductConnection> search(
      @NonNull String query,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull ProductFilterInput> filters,
      @DefaultValue("RELEVANCE") @Nullable ProductSort sort,
      @DefaultValue("24") @Nullable Integer first,
      @Nullable String after,
      @Nullable PageContextInput context,
      Context operation) {
    return pages
        .page(operation)
        .chain(
            page ->
                walks
                    .turn(page, first, after)
                    .map(turn -> listings.search(page, query, filters, sort, turn)));
  }

  private List<Suggestion> suggestions(DecisionContext page, String query, int first) {
    return listings
        .index(page)
        .suggest(query, first, page.models().searchTerms().popular(), Listings.demand(page))
        .stream()
        .map(found -> suggestion(found, page))
        .toList();
  }

  private static Suggestion suggestion(dev.attune.search.Suggestion found, DecisionContext page) {
    @Nullable Node node =
        switch (found.kind()) {
          case PRODUCT -> node(NodeType.PRODUCT, found.id(), page);
          case CATEGORY -> node(NodeType.CATEGORY, found.id(), page);
          case BRAND -> node(NodeType.BRAND, found.id(), page);
          case QUERY -> null;
        };
    return new Suggestion(found.text(), SuggestionKind.valueOf(found.kind().name()), node);
  }

  private static @Nullable Node node(NodeType type, String id, DecisionContext page) {
    return Nodes.find(new GlobalId(type, id), page).orElse(null);
  }
}
