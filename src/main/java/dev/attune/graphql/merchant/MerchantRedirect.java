package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.ContentScope;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Written;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A redirect as a merchant reads it, with the version to bring back when it is saved. */
public record MerchantRedirect(
    @NonNull @Id String id,
    @NonNull List<@NonNull String> queries,
    @NonNull String link,
    int priority,
    @NonNull ContentScope scope,
    int version,
    @Description("Whether searches lead there; else it is a draft that never was published.")
        boolean live,
    @Nullable @Description("What is being prepared, not yet in force.") MerchantRedirect draft) {
  /** As it was last, out of the shop. */
  static MerchantRedirect archived(Redirect redirect) {
    return of(redirect, false, null);
  }

  static MerchantRedirect of(Written<Redirect> written) {
    return written.read(MerchantRedirect::of);
  }

  private static MerchantRedirect of(
      Redirect redirect, boolean live, @Nullable MerchantRedirect draft) {
    return new MerchantRedirect(
        redirect.id(),
        redirect.queries(),
        redirect.link(),
        redirect.priority(),
        ContentScope.of(redirect.aim()),
        redirect.version(),
        live,
        draft);
  }
}
