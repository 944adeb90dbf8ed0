package dev.attune.graphql.merchant;

import dev.attune.events.Identifier;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Synonyms and redirects; who lacks the role is refused in the same words, whatever they lack. */
@GraphQLApi
public class MerchantSearchApi {
  private static final int LONGEST = 200;

  private final Roles roles;
  private final CurrentAsker asker;
  private final Merchandising merchandising;
  private final MerchandiseStore store;
  private final Clock clock;

  MerchantSearchApi(
      Roles roles,
      CurrentAsker asker,
      Merchandising merchandising,
      MerchandiseStore store,
      Clock clock) {
    this.roles = roles;
    this.asker = asker;
    this.merchandising = merchandising;
    this.store = store;
    this.clock = clock;
  }

  @Query
  @NonNull
  @Description("All synonyms that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantSynonyms>> synonyms() {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              return merchandising.current().synonyms().stream().map(MerchantSynonyms::of).toList();
            });
  }

  @Query
  @NonNull
  @Description("All redirects that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantRedirect>> redirects() {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              return merchandising.current().redirects().stream()
                  .map(MerchantRedirect::of)
                  .toList();
            });
  }

  @Mutation
  @NonNull
  @Description(
      "Creates synonyms (expectedVersion 0) or replaces them; a stale expectedVersion is refused"
          + " with STALE_VERSION. Searches use them at once. For merchandisers.")
  public Uni<MerchantSynonyms> saveSynonyms(
      @NonNull SynonymsInput synonyms, @NonNull Integer expectedVersion) {
    roles.requireMerchandiser();
    return store
        .saveSynonyms(synonyms(synonyms), expectedVersion, who(), clock.instant())
        .map(MerchantSynonyms::of);
  }

  @Mutation
  @NonNull
  @Description("Takes synonyms out of search. For merchandisers.")
  public Uni<MerchantSynonyms> archiveSynonyms(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    roles.requireMerchandiser();
    return store
        .archiveSynonyms(id, expectedVersion, who(), clock.instant())
        .map(MerchantSynonyms::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a redirect (expectedVersion 0) or replaces it; a stale expectedVersion is refused"
          + " with STALE_VERSION. For merchandisers.")
  public Uni<MerchantRedirect> saveRedirect(
      @NonNull RedirectInput redirect, @NonNull Integer expectedVersion) {
    roles.requireMerchandiser();
    return store
        .saveRedirect(redirect(redirect), expectedVersion, who(), clock.instant())
        .map(MerchantRedirect::of);
  }

  @Mutation
  @NonNull
  @Description("Takes a redirect out of search. For merchandisers.")
  public Uni<MerchantRedirect> archiveRedirect(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    roles.requireMerchandiser();
    return store
        .archiveRedirect(id, expectedVersion, who(), clock.instant())
        .map(MerchantRedirect::of);
  }

  private String who() {
    @Nullable Identifier customer = asker.get().customer();
    return customer == null ? "unknown" : customer.value();
  }

  private static Synonyms synonyms(SynonymsInput input) {
    List<String> others = input.standFor == null ? List.of() : input.standFor;
    int phrases = input.phrases.size() + others.size();
    require(!input.id.isBlank(), "synonyms.id", "Synonyms need an id");
    require(
        !input.phrases.isEmpty() && phrases > 1 && phrases <= Synonyms.MOST_PHRASES,
        "synonyms.phrases",
        "Synonyms are 2 to " + Synonyms.MOST_PHRASES + " phrases");
    requirePhrases(input.phrases, "synonyms.phrases");
    requirePhrases(others, "synonyms.standFor");
    return new Synonyms(input.id, input.phrases, others, 0);
  }

  private static Redirect redirect(RedirectInput input) {
    require(!input.id.isBlank(), "redirect.id", "A redirect needs an id");
    require(!input.queries.isEmpty(), "redirect.queries", "A redirect needs a query");
    requirePhrases(input.queries, "redirect.queries");
    require(
        input.link.startsWith("/") && !input.link.startsWith("//"),
        "redirect.link",
        "A link is a path, such as /c/garden");
    return new Redirect(input.id, input.queries, input.link, 0);
  }

  private static void requirePhrases(List<String> phrases, String field) {
    for (String phrase : phrases) {
      require(
          !phrase.isBlank() && phrase.length() <= LONGEST,
          field,
          "A phrase has 1 to " + LONGEST + " characters");
    }
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, message);
    }
  }
}
