package dev.attune.graphql.merchant.preview;

import dev.attune.decision.DecisionContext;
import dev.attune.graphql.Carts;
import dev.attune.graphql.input.PageContextInput;
import dev.attune.graphql.list.Slice;
import dev.attune.graphql.listing.Listings;
import dev.attune.graphql.listing.Turn;
import dev.attune.graphql.merchant.Merchants;
import dev.attune.graphql.merchant.preview.Preview.Shown;
import dev.attune.graphql.page.HomeView;
import dev.attune.graphql.request.Lookup;
import dev.attune.graphql.request.Pages;
import dev.attune.graphql.view.CategoryView;
import dev.attune.graphql.view.ProductView;
import dev.attune.merchandising.Merchandise;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.money.ShopCurrency;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Any page as anybody would see it, at any time, with and without drafts. */
@GraphQLApi
public class PreviewApi {
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final Merchants merchants;
  private final Pages pages;
  private final Listings listings;
  private final Viewers viewers;
  private final Rehearsals rehearsals;
  private final ShopCurrency currency;

  PreviewApi(
      Merchants merchants,
      Pages pages,
      Listings listings,
      Viewers viewers,
      Rehearsals rehearsals,
      ShopCurrency currency) {
    this.merchants = merchants;
    this.pages = pages;
    this.listings = listings;
    this.viewers = viewers;
    this.rehearsals = rehearsals;
    this.currency = currency;
  }

  @Query
  @NonNull
  @Description(
      "A page as somebody would see it, at any time (ISO 8601 with offset, now without it), with"
          + " these drafts taken to be live and with none without. Nothing of it is recorded or"
          + " counted, nobody takes part in an experiment. For operators.")
  public Uni<Preview> preview(
      @NonNull PreviewPageInput page,
      @Nullable PreviewShopperInput as,
      @Nullable String at,
      @Nullable PreviewDraftsInput drafts,
      @Nullable PageContextInput context,
      Context operation) {
    return merchants.asking(
        () -> {
          page.requireOne();
          @Nullable Instant then = at == null ? null : time(at);
          return pages
              .page(operation)
              .chain(here -> as(as, then == null ? here.now() : then, drafts, here))
              .map(there -> new Preview(there, page, shown(page, there)));
        });
  }

  @NonNull
  @Description("Every list of the page as the storefront asks for it, with what rules did.")
  public Uni<List<@NonNull PreviewedList>> lists(
      @Source Preview preview, @DefaultValue("24") @Nullable Integer first) {
    return merchants.reading(
        () -> rehearsals.lists(preview, Slice.size("first", first == null ? 24 : first)));
  }

  private Uni<DecisionContext> as(
      @Nullable PreviewShopperInput as,
      Instant then,
      @Nullable PreviewDraftsInput drafts,
      DecisionContext here) {
    Merchandise planned = Planned.of(drafts, here.merchandise());
    return viewers
        .of(as, then, planned)
        .map(viewer -> here.rehearsing(viewer.shopper(), then, planned, viewer.assumed()));
  }

  private Shown shown(PreviewPageInput page, DecisionContext there) {
    return new Shown(
        page.isHome() ? new HomeView(there) : null,
        page.category == null
            ? null
            : new CategoryView(Lookup.category(there, null, page.category), there),
        page.search == null
            ? null
            : listings.search(there, page.search, null, null, Turn.first(24)),
        page.product == null
            ? null
            : ProductView.asked(Lookup.product(there, page.product, null), there),
        page.isCart() ? Carts.of(page.lines, there, currency) : null);
  }

  private static Instant time(String text) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      if (at.isAfter(Instant.EPOCH) && at.isBefore(LATEST)) {
        return at;
      }
    } catch (DateTimeException unreadable) {
      // refused as what is out of bounds is
    }
    throw new AttuneException(
        ErrorCode.INVALID_TIMESTAMP,
        "at",
        "'" + text + "' is no ISO 8601 time with an offset between 1970 and 9999");
  }
}
