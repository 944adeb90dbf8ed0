package dev.attune.graphql.merchant;

import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

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
        .writing(
            (who, at) -> store.saveOffer(ContentReading.offer(offer), expectedVersion, who, at))
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
}
