package dev.attune.graphql.merchant.preview;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.listing.Listings;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.preview.PreviewInputs.PreviewPageInput;
import dev.attune.graphql.merchant.preview.PreviewInputs.PreviewShopperInput;
import dev.attune.graphql.page.HomeView;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.ProductView;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Any page as anybody would see it, at any time, with and without drafts. */
@GraphQLApi
public class PreviewApi {
  private final Merchants merchants;
  private final Pages pages;
  private final Listings listings;
  private final Viewers viewers;

  PreviewApi(Merchants merchants, Pages pages, Listings listings, Viewers viewers) {
    this.merchants = merchants;
    this.pages = pages;
    this.listings = listings;
    this.viewers = viewers;
  }

  @Query
  @NonNull
  @Description(
      "A page as somebody would see it, at any time (ISO 8601 with offset), with these drafts of"
          + " rules in force. Nothing of it is recorded or counted. For merchandisers.")
  public Uni<Preview> preview(
      @NonNull PreviewPageInput page,
      @Nullable PreviewShopperInput as,
      @Nullable String at,
      @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> drafts,
      @Nullable PageContextInput context,
      Context operation) {
    return merchants.asking(
        () -> {
          requireOnePage(page);
          Instant when = at == null ? Instant.EPOCH : time(at);
          return pages
              .page(operation)
              .chain(
                  here -> {
                    Instant then = at == null ? here.now() : when;
                    return viewers
                        .of(as, then, here)
                        .map(
                            viewer ->
                                here.rehearsing(
                                    viewer.shopper(),
                                    then,
                                    here.merchandise().trying(drafts == null ? List.of() : drafts),
                                    viewer.assumed()));
                  })
              .map(there -> render(page, there));
        });
  }

  private Preview render(PreviewPageInput page, DecisionContext there) {
    return new Preview(
        there.now().atOffset(ZoneOffset.UTC),
        there.rules().segments().all(),
        Boolean.TRUE.equals(page.home) ? new HomeView(there) : null,
        page.category == null
            ? null
            : new CategoryView(Lookup.category(there, null, page.category), there),
        page.search == null ? null : listings.search(there, page.search, null, null, null, null),
        page.product == null
            ? null
            : ProductView.asked(Lookup.product(there, page.product, null), there));
  }

  private static void requireOnePage(PreviewPageInput page) {
    Stream<@Nullable Object> said =
        Stream.of(
            Boolean.TRUE.equals(page.home) ? page.home : null,
            page.category,
            page.search,
            page.product);
    Merchants.require(
        said.filter(one -> one != null).count() == 1,
        "page",
        "Exactly one of home, category, search and product is needed");
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      Merchants.require(false, "at", "'" + text + "' is no ISO 8601 time with an offset");
      return Instant.EPOCH;
    }
  }
}
