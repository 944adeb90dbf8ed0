package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.AimReading;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.content.Aim;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Synonyms and redirects; who lacks the role is refused in the same words, whatever they lack. */
@GraphQLApi
public class MerchantSearchApi {
  private static final int LONGEST = 200;

  private final Merchants merchants;
  private final Merchandising merchandising;
  private final MerchandiseStore store;

  MerchantSearchApi(Merchants merchants, Merchandising merchandising, MerchandiseStore store) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.store = store;
  }

  @Query
  @NonNull
  @Description("All synonyms that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantSynonyms>> synonyms() {
    return merchants.reading(
        () -> merchandising.current().synonyms().stream().map(MerchantSynonyms::of).toList());
  }

  @Query
  @NonNull
  @Description("All redirects that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantRedirect>> redirects() {
    return merchants.reading(
        () -> merchandising.current().redirects().stream().map(MerchantRedirect::of).toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates synonyms (expectedVersion 0) or replaces them; a stale expectedVersion is refused"
          + " with STALE_VERSION. Searches use them at once. For merchandisers.")
  public Uni<MerchantSynonyms> saveSynonyms(
      @NonNull SynonymsInput synonyms, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.saveSynonyms(synonyms(synonyms), expectedVersion, who, at))
        .map(MerchantSynonyms::of);
  }

  @Mutation
  @NonNull
  @Description("Takes synonyms out of search. For merchandisers.")
  public Uni<MerchantSynonyms> archiveSynonyms(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.archiveSynonyms(id, expectedVersion, who, at))
        .map(MerchantSynonyms::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a redirect (expectedVersion 0) or replaces it; a stale expectedVersion is refused"
          + " with STALE_VERSION. For merchandisers.")
  public Uni<MerchantRedirect> saveRedirect(
      @NonNull RedirectInput redirect, @NonNull Integer expectedVersion) {
    return merchants
        .writing(
            (who, at) -> {
              Redirect read = redirect(redirect);
              AimReading.requireKnown("redirect.scope", read.aim(), merchandising.current());
              return store.saveRedirect(read, expectedVersion, who, at);
            })
        .map(MerchantRedirect::of);
  }

  @Mutation
  @NonNull
  @Description("Takes a redirect out of search. For merchandisers.")
  public Uni<MerchantRedirect> archiveRedirect(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.archiveRedirect(id, expectedVersion, who, at))
        .map(MerchantRedirect::of);
  }

  private static Synonyms synonyms(SynonymsInput input) {
    List<String> others = input.standFor == null ? List.of() : input.standFor;
    int phrases = input.phrases.size() + others.size();
    Merchants.require(!input.id.isBlank(), "synonyms.id", "Synonyms need an id");
    Merchants.require(
        !input.phrases.isEmpty() && phrases > 1 && phrases <= Synonyms.MOST_PHRASES,
        "synonyms.phrases",
        "Synonyms are 2 to " + Synonyms.MOST_PHRASES + " phrases");
    requirePhrases(input.phrases, "synonyms.phrases");
    requirePhrases(others, "synonyms.standFor");
    Aim aim = AimReading.aim("synonyms.scope", input.scope);
    Merchants.require(
        aim.segments().isEmpty(), "synonyms.scope.segments", "Synonyms are for everybody");
    return new Synonyms(input.id, input.phrases, others, aim, 0);
  }

  private static Redirect redirect(RedirectInput input) {
    Merchants.require(!input.id.isBlank(), "redirect.id", "A redirect needs an id");
    Merchants.require(!input.queries.isEmpty(), "redirect.queries", "A redirect needs a query");
    requirePhrases(input.queries, "redirect.queries");
    Merchants.require(
        input.link.startsWith("/") && !input.link.startsWith("//"),
        "redirect.link",
        "A link is a path, such as /c/garden");
    int priority = input.priority == null ? Redirect.PRIORITY : input.priority;
    Merchants.require(
        priority >= 0 && priority <= 100, "redirect.priority", "A priority is 0 to 100");
    Aim aim = AimReading.aim("redirect.scope", input.scope);
    return new Redirect(input.id, input.queries, input.link, aim, priority, 0);
  }

  private static void requirePhrases(List<String> phrases, String field) {
    for (String phrase : phrases) {
      Merchants.require(
          !phrase.isBlank() && phrase.length() <= LONGEST,
          field,
          "A phrase has 1 to " + LONGEST + " characters");
    }
  }
}
