package dev.attune.graphql.merchant;

import dev.attune.merchandising.Kind;
import io.smallrye.mutiny.Uni;
import java.util.List;
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
  private final ContentDesk desk;

  MerchantOfferApi(ContentDesk desk) {
    this.desk = desk;
  }

  @Query
  @NonNull
  @Description("All offers that are not archived, live and drafted, by id. For operators.")
  public Uni<List<@NonNull MerchantOffer>> offers() {
    return desk.all(Kind.OFFER, MerchantOffer::of);
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
    return desk.save(Kind.OFFER, expectedVersion, publish, () -> ContentReading.offer(offer))
        .map(MerchantOffer::of);
  }

  @Mutation
  @NonNull
  @Description("Shows an offer to shoppers as it was drafted. For merchandisers.")
  public Uni<MerchantOffer> publishOffer(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.publish(Kind.OFFER, id, expectedVersion).map(MerchantOffer::of);
  }

  @Mutation
  @NonNull
  @Description("Takes an offer out of the shop. For merchandisers.")
  public Uni<MerchantOffer> archiveOffer(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.OFFER, id, expectedVersion).map(MerchantOffer::archived);
  }
}
