package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.graphql.merchant.content.ContentScope;
import dev.attune.graphql.merchant.content.ContentText;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.Written;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
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
    int priority,
    @NonNull ContentScope scope,
    @NonNull List<@NonNull ContentText> texts,
    int version,
    @Description("Whether shoppers may get it; else it is a draft that never was published.")
        boolean live,
    @Nullable @Description("What is being prepared, not yet shown to shoppers.")
        MerchantOffer draft) {
  /** As it was last, out of the shop. */
  static MerchantOffer archived(Offer offer) {
    return of(offer, false, null);
  }

  static MerchantOffer of(Written<Offer> written) {
    return written.read(MerchantOffer::of);
  }

  private static MerchantOffer of(Offer offer, boolean live, @Nullable MerchantOffer draft) {
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
        offer.priority(),
        ContentScope.of(offer.aim()),
        ContentText.of(offer.texts()),
        offer.version(),
        live,
        draft);
  }
}
