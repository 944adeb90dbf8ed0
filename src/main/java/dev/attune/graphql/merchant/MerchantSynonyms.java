package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.ContentScope;
import dev.attune.merchandising.Synonyms;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Synonyms as a merchant reads them, with the version to bring back when they are saved. */
public record MerchantSynonyms(
    @NonNull @Id String id,
    @NonNull List<@NonNull String> phrases,
    @NonNull List<@NonNull String> standFor,
    @NonNull ContentScope scope,
    int version) {
  static MerchantSynonyms of(Synonyms synonyms) {
    return new MerchantSynonyms(
        synonyms.id(),
        synonyms.phrases(),
        synonyms.standFor(),
        ContentScope.of(synonyms.aim()),
        synonyms.version());
  }
}
