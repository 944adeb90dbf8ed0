package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput;
import dev.attune.graphql.page.MerchantHero;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

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
  @Description("All heroes that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantHero>> heroes() {
    return merchants.reading(
        () -> merchandising.current().heroes().stream().map(MerchantHero::of).toList());
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a hero (expectedVersion 0) or replaces it; a stale expectedVersion is refused with"
          + " STALE_VERSION. For merchandisers.")
  public Uni<MerchantHero> saveHero(@NonNull HeroInput hero, @NonNull Integer expectedVersion) {
    return merchants
        .writing((who, at) -> store.saveHero(ContentReading.hero(hero), expectedVersion, who, at))
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
}
