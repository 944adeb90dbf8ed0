package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Offer;
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
    int priority = input.priority == null ? 0 : input.priority;
    Merchants.require(!input.id.isBlank(), "hero.id", "A hero needs an id");
    Merchants.require(!input.headline.isBlank(), "hero.headline", "A hero needs a headline");
    Merchants.require(
        input.link.startsWith("/") && !input.link.startsWith("//"),
        "hero.link",
        "A link is a path, such as /c/garden");
    Merchants.require(priority >= 0 && priority <= 100, "hero.priority", "A priority is 0 to 100");
    return new Hero(
        input.id,
        input.headline,
        input.subline,
        input.image,
        input.link,
        input.category,
        audience(input.audience),
        input.campaign,
        priority,
        Boolean.TRUE.equals(input.evergreen),
        0);
  }

  private static Audience audience(HeroInput.@Nullable HeroAudience audience) {
    return audience == null ? Audience.EVERYONE : Audience.valueOf(audience.name());
  }

  /** An offer at no version yet. */
  public static Offer offer(OfferInput input) {
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
        audience(input.audience),
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
