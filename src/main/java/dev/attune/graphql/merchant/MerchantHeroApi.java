package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput;
import dev.attune.graphql.merchant.content.AimReading;
import dev.attune.graphql.page.MerchantHero;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import dev.attune.merchandising.Written;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What merchants write; who lacks the role is refused in the same words, whatever they lack. */
@GraphQLApi
public class MerchantHeroApi {
  private final Merchants merchants;
  private final Merchandising merchandising;
  private final MerchandiseStore store;

  MerchantHeroApi(Merchants merchants, Merchandising merchandising, MerchandiseStore store) {
    this.merchants = merchants;
    this.merchandising = merchandising;
    this.store = store;
  }

  @Query
  @NonNull
  @Description("All heroes that are not archived, live and drafted, by id. For merchandisers.")
  public Uni<List<@NonNull MerchantHero>> heroes() {
    return merchants.reading(
        () -> merchandising.current().writtenHeroes().stream().map(MerchantHero::of).toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a hero (expectedVersion 0) or replaces it, as a draft where publish is false; a"
          + " stale expectedVersion is refused with STALE_VERSION. For merchandisers.")
  public Uni<MerchantHero> saveHero(
      @NonNull HeroInput hero,
      @NonNull Integer expectedVersion,
      @DefaultValue("true") @Nullable Boolean publish) {
    return merchants.writing(
        (who, at) -> {
          Hero read = ContentReading.hero(hero);
          requireKnown(read);
          Uni<Hero> saved =
              Boolean.FALSE.equals(publish)
                  ? store.draftHero(read, expectedVersion, who, at)
                  : store.saveHero(read, expectedVersion, who, at);
          return saved.map(this::asItStands);
        });
  }

  @Mutation
  @NonNull
  @Description("Shows a hero to shoppers as it was drafted. For merchandisers.")
  public Uni<MerchantHero> publishHero(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing(
            (who, at) -> {
              written(id)
                  .flatMap(one -> Optional.ofNullable(one.draft()))
                  .ifPresent(this::requireKnown);
              return store.publishHero(id, expectedVersion, who, at);
            })
        .map(MerchantHero::of);
  }

  @Mutation
  @NonNull
  @Description("Takes a hero out of the shop. For merchandisers.")
  public Uni<MerchantHero> archiveHero(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.archiveHero(id, expectedVersion, who, at))
        .map(MerchantHero::of);
  }

  private Optional<Written<Hero>> written(String id) {
    return merchandising.current().writtenHeroes().stream()
        .filter(one -> one.shown().id().equals(id))
        .findFirst();
  }

  /** With what shoppers see beside a draft, unless somebody wrote in between. */
  private MerchantHero asItStands(Hero saved) {
    return written(saved.id())
        .filter(one -> one.shown().version() == saved.version())
        .map(MerchantHero::of)
        .orElseGet(() -> MerchantHero.of(saved));
  }

  private void requireKnown(Hero hero) {
    AimReading.requireKnown("hero.scope", hero.aim(), merchandising.current());
  }
}
