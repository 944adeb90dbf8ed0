package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.ContentScope;
import dev.attune.merchandising.Redirect;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A redirect as a merchant reads it, with the version to bring back when it is saved. */
public record MerchantRedirect(
    @NonNull @Id String id,
    @NonNull List<@NonNull String> queries,
    @NonNull String link,
    int priority,
    @NonNull ContentScope scope,
    int version) {
  static MerchantRedirect of(Redirect redirect) {
    return new MerchantRedirect(
        redirect.id(),
        redirect.queries(),
        redirect.link(),
        redirect.priority(),
        ContentScope.of(redirect.aim()),
        redirect.version());
  }
}
