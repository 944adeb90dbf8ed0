package dev.attune.graphql.merchant;

import dev.attune.merchandising.Audience;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Offer;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Offers, as merchants write them. */
@GraphQLApi
public class MerchantOfferApi {
  private final Merchants merchants;
  private final Merchandising merchandising;
  private final MerchandiseStore store;

  MerchantOfferApi(Merchants merchants, Merchandising merchandising, MerchandiseStore store) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.store = store;
  }

  @Query
  @NonNull
  @Description("All offers that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantOffer>> offers() {
    return merchants.reading(
        () -> merchandising.current().offers().stream().map(MerchantOffer::of).toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates an offer (expectedVersion 0) or replaces it; a stale expectedVersion is refused with"
          + " STALE_VERSION. For merchandisers.")
  public Uni<MerchantOffer> saveOffer(@NonNull OfferInput offer, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.saveOffer(offer(offer), expectedVersion, who, at))
        .map(MerchantOffer::of);
  }

  @Mutation
  @NonNull
  @Description("Takes an offer out of the shop. For merchandisers.")
  public Uni<MerchantOffer> archiveOffer(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.archiveOffer(id, expectedVersion, who, at))
        .map(MerchantOffer::of);
  }

  private static Offer offer(OfferInput input) {
    Merchants.require(!input.id.isBlank(), "offer.id", "An offer needs an id");
    Merchants.require(!input.title.isBlank(), "offer.title", "An offer needs a title");
    Merchants.require(
        input.discount == null || (input.discount >= 0 && input.discount < 1),
        "offer.discount",
        "A discount is a share of the price, from 0 and below 1");
    Merchants.require(
        input.marginFloor == null || (input.marginFloor > 0 && input.marginFloor <= 1),
        "offer.marginFloor",
        "A margin's floor is above 0 and at most 1");
    return new Offer(
        input.id,
        input.code,
        input.title,
        input.description,
        input.audience == null ? Audience.EVERYONE : Audience.valueOf(input.audience.name()),
        input.category,
        time(input.endsAt),
        input.discount,
        input.marginFloor,
        0);
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new AttuneException(
          ErrorCode.INVALID_TIMESTAMP,
          "offer.endsAt",
          "'" + text + "' is no ISO 8601 time with an offset");
    }
  }
}
