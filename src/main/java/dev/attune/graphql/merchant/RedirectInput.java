package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.ContentScopeInput;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A redirect as a merchant writes it. */
@Input("RedirectInput")
@SuppressWarnings("NullAway.Init")
public class RedirectInput {
  @Id @NonNull public String id;

  @NonNull
  @Description("Whole queries; case does not matter.")
  public List<@NonNull String> queries;

  @NonNull
  @Description(
      "A path of the storefront: /c/<category>, /p/<product>, /collections/<collection> of what there"
          + " is, or any other.")
  public String link;

  @DefaultValue("50")
  @Description("0 to 100: of two for the same query the higher one leads.")
  public @Nullable Integer priority;

  public @Nullable ContentScopeInput scope;
}
