package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.merchandising.Offer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An offer as a merchant reads it, with the version to bring back when it is saved. */
public record MerchantOffer(
    @NonNull @Id String id,
    @Nullable String code,
    @NonNull String title,
    @Nullable String description,
    @NonNull HeroAudience audience,
    @Nullable String category,
    @Nullable OffsetDateTime endsAt,
    @Nullable Double discount,
    @Nullable Double marginFloor,
    int version) {
  static MerchantOffer of(Offer offer) {
    return new MerchantOffer(
        offer.id(),
        offer.code(),
        offer.title(),
        offer.description(),
        HeroAudience.valueOf(offer.audience().name()),
        offer.category(),
        offer.endsAt() == null ? null : offer.endsAt().atOffset(ZoneOffset.UTC),
        offer.discount(),
        offer.marginFloor(),
        offer.version());
  }
}
