package dev.attune.graphql;

import dev.attune.events.Identifier;
import dev.attune.graphql.input.HeroInput;
import dev.attune.graphql.page.MerchantHero;
import dev.attune.graphql.request.Roles;
import dev.attune.identity.request.CurrentAsker;
import dev.attune.merchandising.Audience;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.MerchandiseStore;
import dev.attune.merchandising.Merchandising;
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

/** What merchants write; who lacks the role is refused in the same words, whatever they lack. */
@GraphQLApi
public class MerchantApi {
  private final Roles roles;
  private final CurrentAsker asker;
  private final Merchandising merchandising;
  private final MerchandiseStore store;
  private final Clock clock;

  MerchantApi(
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
  @Description("All heroes that are not archived. For merchandisers.")
  public Uni<List<@NonNull MerchantHero>> heroes() {
    return Uni.createFrom()
        .item(
            () -> {
              roles.requireOperator();
              return merchandising.current().heroes().stream().map(MerchantHero::of).toList();
            });
  }

  @Mutation
  @NonNull
  @Description(
      "Creates a hero (expectedVersion 0) or replaces it; a stale expectedVersion is refused with"
          + " STALE_VERSION. For merchandisers.")
  public Uni<MerchantHero> saveHero(@NonNull HeroInput hero, @NonNull Integer expectedVersion) {
    roles.requireMerchandiser();
    return store
        .saveHero(hero(hero), expectedVersion, who(), clock.instant())
        .map(MerchantHero::of);
  }

  @Mutation
  @NonNull
  @Description("Takes a hero out of the shop. For merchandisers.")
  public Uni<MerchantHero> archiveHero(@NonNull @Id String id, @NonNull Integer expectedVersion) {
    roles.requireMerchandiser();
    return store.archiveHero(id, expectedVersion, who(), clock.instant()).map(MerchantHero::of);
  }

  private String who() {
    Identifier customer = asker.get().customer();
    return customer == null ? "unknown" : customer.value();
  }

  private static Hero hero(HeroInput input) {
    int priority = input.priority == null ? 0 : input.priority;
    require(!input.id.isBlank(), "hero.id", "A hero needs an id");
    require(!input.headline.isBlank(), "hero.headline", "A hero needs a headline");
    require(input.link.startsWith("/"), "hero.link", "A link is a path, such as /c/garden");
    require(priority >= 0 && priority <= 100, "hero.priority", "A priority is 0 to 100");
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

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, message);
    }
  }
}
