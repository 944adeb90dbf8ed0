package dev.attune.graphql.merchant;

import dev.attune.graphql.merchant.content.AimReading;
import dev.attune.merchandising.Kind;
import dev.attune.merchandising.Redirect;
import dev.attune.merchandising.Synonyms;
import dev.attune.merchandising.content.Aim;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
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

  /** More queries are a page of the shop's own. */
  private static final int MOST_QUERIES = 100;

  private final ContentDesk desk;

  MerchantSearchApi(ContentDesk desk) {
    this.desk = desk;
  }

  @Query
  @NonNull
  @Description("All synonyms that are not archived, live and drafted, by id. For operators.")
  public Uni<List<@NonNull MerchantSynonyms>> synonyms() {
    return desk.all(Kind.SYNONYMS, MerchantSynonyms::of);
  }

  @Query
  @NonNull
  @Description("All redirects that are not archived, live and drafted, by id. For operators.")
  public Uni<List<@NonNull MerchantRedirect>> redirects() {
    return desk.all(Kind.REDIRECT, MerchantRedirect::of);
  }

  @Mutation
  @NonNull
  @Description(
      "Creates synonyms (expectedVersion 0) or replaces them, as a draft where publish is false; a"
          + " stale expectedVersion is refused with STALE_VERSION. What is not a draft searches use"
          + " at once. For merchandisers.")
  public Uni<MerchantSynonyms> saveSynonyms(
      @NonNull SynonymsInput synonyms,
      @NonNull Integer expectedVersion,
      @DefaultValue("true") @Nullable Boolean publish) {
    return desk.save(Kind.SYNONYMS, expectedVersion, publish, () -> synonyms(synonyms))
        .map(MerchantSynonyms::of);
  }

  @Mutation
  @NonNull
  @Description("Lets searches use synonyms as they were drafted. For merchandisers.")
  public Uni<MerchantSynonyms> publishSynonyms(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.publish(Kind.SYNONYMS, id, expectedVersion).map(MerchantSynonyms::of);
  }

  @Mutation
  @NonNull
  @Description("Takes synonyms out of search. For merchandisers.")
  public Uni<MerchantSynonyms> archiveSynonyms(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.SYNONYMS, id, expectedVersion).map(MerchantSynonyms::archived);
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a redirect (expectedVersion 0) or replaces it, as a draft where publish is false; a"
          + " stale expectedVersion is refused with STALE_VERSION. For merchandisers.")
  public Uni<MerchantRedirect> saveRedirect(
      @NonNull RedirectInput redirect,
      @NonNull Integer expectedVersion,
      @DefaultValue("true") @Nullable Boolean publish) {
    return desk.save(Kind.REDIRECT, expectedVersion, publish, () -> redirect(redirect))
        .map(MerchantRedirect::of);
  }

  @Mutation
  @NonNull
  @Description("Lets searches lead where a redirect was drafted to. For merchandisers.")
  public Uni<MerchantRedirect> publishRedirect(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.publish(Kind.REDIRECT, id, expectedVersion).map(MerchantRedirect::of);
  }

  @Mutation
  @NonNull
  @Description("Takes a redirect out of search. For merchandisers.")
  public Uni<MerchantRedirect> archiveRedirect(
      @NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.REDIRECT, id, expectedVersion).map(MerchantRedirect::archived);
  }

  private static Synonyms synonyms(SynonymsInput input) {
    List<String> others = input.standFor == null ? List.of() : input.standFor;
    int phrases = input.phrases.size() + others.size();
    Merchants.require(
        !input.phrases.isEmpty() && phrases > 1 && phrases <= Synonyms.MOST_PHRASES,
        "synonyms.phrases",
        "Synonyms are 2 to " + Synonyms.MOST_PHRASES + " phrases");
    Aim aim = AimReading.aim("synonyms.scope", input.scope);
    Merchants.require(
        aim.segments().isEmpty(), "synonyms.scope.segments", "Synonyms are for everybody");
    return new Synonyms(
        Typed.id("synonyms.id", input.id),
        phrases("synonyms.phrases", input.phrases),
        phrases("synonyms.standFor", others),
        aim,
        0);
  }

  private static Redirect redirect(RedirectInput input) {
    Merchants.require(
        !input.queries.isEmpty() && input.queries.size() <= MOST_QUERIES,
        "redirect.queries",
        "A redirect has 1 to " + MOST_QUERIES + " queries");
    return new Redirect(
        Typed.id("redirect.id", input.id),
        phrases("redirect.queries", input.queries),
        Typed.link("redirect.link", input.link),
        AimReading.aim("redirect.scope", input.scope),
        Typed.priority("redirect.priority", input.priority),
        0);
  }

  private static List<String> phrases(String field, List<String> phrases) {
    phrases.forEach(phrase -> Typed.line(field, phrase, LONGEST));
    return phrases;
  }
}
