package dev.attune.graphql.input;

import dev.attune.graphql.merchant.content.ContentScopeInput;
import dev.attune.graphql.merchant.content.ContentTextInput;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A hero as a merchant writes it. */
@Input("HeroInput")
@SuppressWarnings("NullAway.Init")
public class HeroInput {
  @Id @NonNull public String id;
  @NonNull public String headline;
  public @Nullable String subline;
  public @Nullable String image;

  @NonNull
  @Description("A path of the storefront: /c/<category>, /p/<product>, or any other.")
  public String link;

  @Description("The handle of the category it is about.")
  public @Nullable String category;

  @DefaultValue("EVERYONE")
  public @Nullable HeroAudience audience;

  @Description("Shown only to those who come with this utm_campaign.")
  public @Nullable String campaign;

  @DefaultValue("0")
  public @Nullable Integer priority;

  @DefaultValue("false")
  public @Nullable Boolean evergreen;

  @Description("What to ask the shopper to do, on a button.")
  public @Nullable String action;

  public @Nullable ContentScopeInput scope;

  @Description("Its words in other languages: headline as title, subline as text.")
  public @Nullable List<@NonNull ContentTextInput> texts;

  /** Whom a hero is meant for. */
  public enum HeroAudience {
    EVERYONE,
    NEW,
    RETURNING,
    BUYER
  }
}
