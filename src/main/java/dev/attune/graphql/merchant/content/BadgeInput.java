package dev.attune.graphql.merchant.content;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.graphql.page.BadgeView.BadgeTone;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A badge as a merchant writes it. */
@Input("BadgeInput")
@Description(
    "A badge of the merchant's own, on the products of a collection, on those that meet a"
        + " condition, or on those of a collection that meet it.")
@SuppressWarnings("NullAway.Init")
public class BadgeInput {
  @Id
  @NonNull
  @Description("Also its code: letters, digits, and any of _.-")
  public String id;

  @NonNull public String label;

  @DefaultValue("NEUTRAL")
  public @Nullable BadgeTone tone;

  @Description("CEL over product.* and shopper.*, such as product.tags.exists(t, t == 'vegan').")
  public @Nullable String condition;

  @Id
  @Description("A collection's id.")
  public @Nullable String collection;

  @DefaultValue("EVERYONE")
  public @Nullable HeroAudience audience;

  public @Nullable ContentScopeInput scope;

  @DefaultValue("50")
  @Description("0 to 100: at 50 it comes after scarcity and before a lower price.")
  public @Nullable Integer priority;

  @Description("Its label in other languages, as title.")
  public @Nullable List<@NonNull ContentTextInput> texts;
}
