package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.ContentScopeInput;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Synonyms as a merchant writes them. */
@Input("SynonymsInput")
@SuppressWarnings("NullAway.Init")
public class SynonymsInput {
  @Id @NonNull public String id;

  @NonNull
  @Description("What is searched for: laptop, notebook.")
  public List<@NonNull String> phrases;

  @Description(
      "What the phrases also find, not the other way round; without it they all find each other.")
  public @Nullable List<@NonNull String> standFor;

  @Description("Where and when they hold; they are for everybody there, so it names no segments.")
  public @Nullable ContentScopeInput scope;
}
