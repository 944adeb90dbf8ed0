package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An offer as a merchant writes it. */
@Input("OfferInput")
@SuppressWarnings("NullAway.Init")
public class OfferInput {
  @Id @NonNull public String id;

  @Description("What the shopper enters; without it the offer applies by itself.")
  public @Nullable String code;

  @NonNull public String title;
  public @Nullable String description;

  @DefaultValue("EVERYONE")
  public @Nullable HeroAudience audience;

  @Description("The handle of the category it is for; without it for all.")
  public @Nullable String category;

  @Description("ISO 8601 with an offset.")
  public @Nullable String endsAt;

  @Description(
      "The share of the price that it takes off, .1 for 10 %. With it the margin policy can judge"
          + " the offer; without it everybody in the audience gets it.")
  public @Nullable Double discount;

  @Description(
      "What it has to leave of the price after the cost, above 0; without it attune.offers says.")
  public @Nullable Double marginFloor;
}
