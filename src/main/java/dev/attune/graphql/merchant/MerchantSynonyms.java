package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.ContentScope;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.Written;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Synonyms as a merchant reads them, with the version to bring back when they are saved. */
public record MerchantSynonyms(
    @NonNull @Id String id,
    @NonNull List<@NonNull String> phrases,
    @NonNull List<@NonNull String> standFor,
    @NonNull ContentScope scope,
    int version,
    @Description("Whether searches use them; else it is a draft that never was published.")
        boolean live,
    @Nullable @Description("What is being prepared, not yet in force.") MerchantSynonyms draft) {
  /** As it was last, out of the shop. */
  static MerchantSynonyms archived(Synonyms synonyms) {
    return of(synonyms, false, null);
  }

  static MerchantSynonyms of(Written<Synonyms> written) {
    return written.read(MerchantSynonyms::of);
  }

  private static MerchantSynonyms of(
      Synonyms synonyms, boolean live, @Nullable MerchantSynonyms draft) {
    return new MerchantSynonyms(
        synonyms.id(),
        synonyms.phrases(),
        synonyms.standFor(),
        ContentScope.of(synonyms.aim()),
        synonyms.version(),
        live,
        draft);
  }
}
