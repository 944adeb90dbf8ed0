package dev.attune.graphql.merchant;

import dev.attune.graphql.input.HeroInput;
import dev.attune.graphql.page.MerchantHero;
import dev.attune.merchandising.Kind;
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

/** Heroes, as merchants write them. */
@GraphQLApi
public class MerchantHeroApi {
  private final ContentDesk desk;

  MerchantHeroApi(ContentDesk desk) {
    this.desk = desk;
  }

  @Query
  @NonNull
  @Description("All heroes that are not archived, live and drafted, by id. For operators.")
  public Uni<List<@NonNull MerchantHero>> heroes() {
    return desk.all(Kind.HERO, MerchantHero::of);
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
    return desk.save(Kind.HERO, expectedVersion, publish, () -> ContentReading.hero(hero))
        .map(MerchantHero::of);
  }

  @Mutation
  @NonNull
  @Description("Shows a hero to shoppers as it was drafted. For merchandisers.")
  public Uni<MerchantHero> publishHero(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.publish(Kind.HERO, id, expectedVersion).map(MerchantHero::of);
  }

  @Mutation
  @NonNull
  @Description("Takes a hero out of the shop. For merchandisers.")
  public Uni<MerchantHero> archiveHero(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    return desk.archive(Kind.HERO, id, expectedVersion).map(MerchantHero::archived);
  }
}
