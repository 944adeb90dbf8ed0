package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.AimReading;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.Written;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
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
  @Description("All offers that are not archived, live and drafted, by id. For merchandisers.")
  public Uni<List<@NonNull MerchantOffer>> offers() {
    return merchants.reading(
        () -> merchandising.current().writtenOffers().stream().map(MerchantOffer::of).toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates an offer (expectedVersion 0) or replaces it, as a draft where publish is false; a"
          + " stale expectedVersion is refused with STALE_VERSION. For merchandisers.")
  public Uni<MerchantOffer> saveOffer(
      @NonNull OfferInput offer,
      @NonNull Integer expectedVersion,
      @DefaultValue("true") @Nullable Boolean publish) {
    return merchants.writing(
        (who, at) -> {
          Offer read = ContentReading.offer(offer);
          requireKnown(read);
          Uni<Offer> saved =
              Boolean.FALSE.equals(publish)
                  ? store.draftOffer(read, expectedVersion, who, at)
                  : store.saveOffer(read, expectedVersion, who, at);
          return saved.map(this::asItStands);
        });
  }

  @Mutation
  @NonNull
  @Description("Shows an offer to shoppers as it was drafted. For merchandisers.")
  public Uni<MerchantOffer> publishOffer(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing(
            (who, at) -> {
              written(id)
                  .flatMap(one -> Optional.ofNullable(one.draft()))
                  .ifPresent(this::requireKnown);
              return store.publishOffer(id, expectedVersion, who, at);
            })
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

  private Optional<Written<Offer>> written(String id) {
    return merchandising.current().writtenOffers().stream()
        .filter(one -> one.shown().id().equals(id))
        .findFirst();
  }

  /** With what shoppers see beside a draft, unless somebody wrote in between. */
  private MerchantOffer asItStands(Offer saved) {
    return written(saved.id())
        .filter(one -> one.shown().version() == saved.version())
        .map(MerchantOffer::of)
        .orElseGet(() -> MerchantOffer.of(saved));
  }

  private void requireKnown(Offer offer) {
    AimReading.requireKnown("offer.scope", offer.aim(), merchandising.current());
  }
}
