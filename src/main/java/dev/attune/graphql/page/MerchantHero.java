package dev.attune.graphql.page;

import dev.attune.graphql.input.HeroInput.HeroAudience;
import dev.attune.graphql.merchant.content.ContentScope;
import dev.attune.graphql.merchant.content.ContentText;
import dev.attune.merchandising.Hero;
import dev.attune.merchandising.Written;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A hero as a merchant reads it, with the version to bring back when it is saved. */
public record MerchantHero(
    @NonNull @Id String id,
    @NonNull String headline,
    @Nullable String subline,
    @Nullable String image,
    @NonNull String link,
    @Nullable String category,
    @NonNull HeroAudience audience,
    @Nullable String campaign,
    int priority,
    boolean evergreen,
    @Nullable String action,
    @NonNull ContentScope scope,
    @NonNull List<@NonNull ContentText> texts,
    int version,
    @Description("Whether shoppers see it; else it is a draft that never was published.")
        boolean live,
    @Nullable @Description("What is being prepared, not yet shown to shoppers.")
        MerchantHero draft) {
  /** As it was last, out of the shop. */
  public static MerchantHero archived(Hero hero) {
    return of(hero, false, null);
  }

  public static MerchantHero of(Written<Hero> written) {
    return written.read(MerchantHero::of);
  }

  private static MerchantHero of(Hero hero, boolean live, @Nullable MerchantHero draft) {
    return new MerchantHero(
        hero.id(),
        hero.headline(),
        hero.subline(),
        hero.image(),
        hero.link(),
        hero.category(),
        HeroAudience.valueOf(hero.audience().name()),
        hero.campaign(),
        hero.priority(),
        hero.evergreen(),
        hero.action(),
        ContentScope.of(hero.aim()),
        ContentText.of(hero.texts()),
        hero.version(),
        live,
        draft);
  }
}
