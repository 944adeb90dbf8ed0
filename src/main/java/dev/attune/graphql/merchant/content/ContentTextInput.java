package dev.attune.graphql.merchant.content;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Content's words in one language. */
@Input("ContentTextInput")
@Description(
    "Words in one language. A page gets those for its language and country, else those for its"
        + " language, else the content's own; each part for itself.")
@SuppressWarnings("NullAway.Init")
public class ContentTextInput {
  @NonNull
  @Description("BCP 47: de, de-AT.")
  public String locale;

  @Description("A hero's headline, an offer's title, a badge's label.")
  public @Nullable String title;

  @Description("A hero's subline, an offer's description.")
  public @Nullable String text;

  @Description("What a hero asks the shopper to do.")
  public @Nullable String action;
}
