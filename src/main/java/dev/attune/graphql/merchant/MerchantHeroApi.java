package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput;
import dev.attune.graphql.page.MerchantHero;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Hero;
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
        .writing((who, at) -> store.saveHero(hero(hero), expectedVersion, who, at))
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

  private static Hero hero(HeroInput input) {
    int priority = input.priority == null ? 0 : input.priority;
    Merchants.require(!input.id.isBlank(), "hero.id", "A hero needs an id");
    Merchants.require(!input.headline.isBlank(), "hero.headline", "A hero needs a headline");
    Merchants.require(
        input.link.startsWith("/") && !input.link.startsWith("//"),
        "hero.link",
        "A link is a path, such as /c/garden");
    Merchants.require(priority >= 0 && priority <= 100, "hero.priority", "A priority is 0 to 100");
    return new Hero(
        input.id,
        input.headline,
        input.subline,
        input.image,
        input.link,
        input.category,
        audience(input.audience),
        input.campaign,
        priority,
        Boolean.TRUE.equals(input.evergreen),
        0);
  }

  private static Audience audience(HeroInput.@Nullable HeroAudience audience) {
    return audience == null ? Audience.EVERYONE : Audience.valueOf(audience.name());
  }
}
