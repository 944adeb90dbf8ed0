package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput;
import dev.attune.graphql.merchant.content.AimReading;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Offer;
import dev.attune.merchandising.content.Aim;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads heroes and offers that a merchant wrote; what cannot be read names its field. */
public final class ContentReading {
  private ContentReading() {}

  /** A hero at no version yet. */
  public static Hero hero(HeroInput input) {
    return new Hero(
        Typed.id("hero.id", input.id),
        Typed.title("hero.headline", input.headline),
        Typed.text("hero.subline", input.subline),
        Typed.text("hero.image", input.image),
        Typed.link("hero.link", input.link),
        input.category,
        audience(input.audience),
        Typed.text("hero.campaign", input.campaign),
        Typed.priority("hero.priority", input.priority == null ? 0 : input.priority),
        Boolean.TRUE.equals(input.evergreen),
        Typed.text("hero.action", input.action),
        AimReading.aim("hero.scope", input.scope),
        AimReading.texts("hero.texts", input.texts),
        0);
  }

  private static Audience audience(HeroInput.@Nullable HeroAudience audience) {
    return audience == null ? Audience.EVERYONE : Audience.valueOf(audience.name());
  }

  /** An offer at no version yet. */
  public static Offer offer(OfferInput input) {
    Merchants.require(
        input.discount == null || (input.discount >= 0 && input.discount < 1),
        "offer.discount",
        "A discount is a share of the price, from 0 and below 1");
    Merchants.require(
        input.marginFloor == null || (input.marginFloor > 0 && input.marginFloor <= 1),
        "offer.marginFloor",
        "A margin's floor is above 0 and at most 1");
    Aim aim = AimReading.aim("offer.scope", input.scope);
    @Nullable Instant endsAt = time(input.endsAt);
    @Nullable Instant startsAt = aim.schedule().startsAt();
    Merchants.require(
        startsAt == null || endsAt == null || startsAt.isBefore(endsAt),
        "offer.endsAt",
        "An offer ends after it starts");
    return new Offer(
        Typed.id("offer.id", input.id),
        Typed.text("offer.code", input.code),
        Typed.title("offer.title", input.title),
        Typed.text("offer.description", input.description),
        audience(input.audience),
        input.category,
        endsAt,
        input.discount,
        input.marginFloor,
        Typed.priority("offer.priority", input.priority),
        aim,
        AimReading.texts("offer.texts", input.texts),
        0);
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null
          ? null
          : Typed.time("offer.endsAt", OffsetDateTime.parse(text).toInstant(), text);
    } catch (DateTimeException unreadable) {
      throw new AttuneException(
          ErrorCode.INVALID_TIMESTAMP,
          "offer.endsAt",
          "'" + text + "' is no ISO 8601 time with an offset");
    }
  }
}
