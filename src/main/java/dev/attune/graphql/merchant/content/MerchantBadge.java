package dev.attune.graphql.merchant.content;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.graphql.page.BadgeView.BadgeTone;
import dev.attune.merchandising.content.OwnBadge;
import dev.attune.merchandising.content.WrittenBadge;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A badge as a merchant reads it, with the version to bring back when it is written. */
@Description("A badge of the merchant's own: what shoppers see now, and what is being prepared.")
public record MerchantBadge(
    @NonNull @Id String id, int version, @Nullable BadgeBody live, @Nullable BadgeBody draft) {
  static MerchantBadge of(WrittenBadge badge) {
    return new MerchantBadge(
        badge.id(), badge.version(), BadgeBody.of(badge.live()), BadgeBody.of(badge.draft()));
  }

  /** Off all products: shoppers see nothing of it, and nothing is being prepared. */
  static MerchantBadge archived(WrittenBadge badge) {
    return new MerchantBadge(badge.id(), badge.version(), null, null);
  }

  /** What a badge says, and on what. */
  public record BadgeBody(
      @NonNull String label,
      @NonNull BadgeTone tone,
      @Nullable String condition,
      @Id @Nullable String collection,
      @NonNull HeroAudience audience,
      @NonNull ContentScope scope,
      int priority,
      @NonNull List<@NonNull ContentText> texts) {
    static @Nullable BadgeBody of(@Nullable OwnBadge badge) {
      return badge == null
          ? null
          : new BadgeBody(
              badge.label(),
              BadgeTone.valueOf(badge.tone().name()),
              badge.condition(),
              badge.collection(),
              HeroAudience.valueOf(badge.audience().name()),
              ContentScope.of(badge.aim()),
              badge.priority(),
              ContentText.of(badge.texts()));
    }
  }
}
