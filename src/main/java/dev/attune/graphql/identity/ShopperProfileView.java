package dev.attune.graphql.identity;

import dev.attune.graphql.page.ConsentView;
import dev.attune.graphql.page.ShopperView.LifecycleStage;
import dev.attune.graphql.view.MoneyView;
import dev.attune.platform.money.Money;
import dev.attune.privacy.Consent;
import dev.attune.profile.Affinity;
import dev.attune.profile.Cadence;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** All that is known of a shopper, as operators see it. */
@Name("ShopperProfile")
public record ShopperProfileView(
    @NonNull @Id String id,
    @NonNull @Description("The instant that it is about.") OffsetDateTime at,
    @NonNull @Description("Empty for a visitor who is nobody's customer.")
        List<@NonNull KnownIdentifier> identifiers,
    @NonNull @Description("As it is now. Without consent to personalization nothing else is shown.")
        ConsentView consent,
    @NonNull LifecycleStage lifecycle,
    @NonNull Long events,
    @NonNull Integer sessions,
    @Nullable OffsetDateTime firstSeen,
    @Nullable OffsetDateTime lastSeen,
    @NonNull @Description("Recency, frequency, money.") Rfm rfm,
    @NonNull List<@NonNull KnownTaste> tastes,
    @NonNull @Description("Tastes of the visit that is going on.")
        List<@NonNull KnownTaste> interests,
    @Nullable
        @Description("1 for the cheapest of a category, 0 for the dearest; null where not known.")
        Double priceSensitivity,
    @NonNull @Description("The share of the last orders that were reduced, 0 to 1.")
        Double discountAffinity,
    @NonNull List<@NonNull KnownProduct> cart,
    @NonNull List<@NonNull KnownProduct> viewed,
    @NonNull List<@NonNull KnownProduct> bought,
    @NonNull @Description("Never to be recommended.") List<@NonNull String> rejected,
    @NonNull @Description("Shown lately and not taken, most often first.")
        List<@NonNull Passed> ignored,
    @NonNull @Description("What is on the wish list, the last first.")
        List<@NonNull KnownProduct> wishlist,
    @NonNull @Description("How regularly things are bought, the most often bought first.")
        List<@NonNull Rhythm> cadences,
    @Nullable @Description("The last one: DESKTOP, MOBILE, TABLET or APP.") String device,
    @Nullable String campaign,
    @NonNull String version) {

  static ShopperProfileView of(
      String id,
      List<KnownIdentifier> identifiers,
      Consent consent,
      Profile profile,
      Prices prices,
      Instant at) {
    return new ShopperProfileView(
        People.global(id),
        at.atOffset(ZoneOffset.UTC),
        identifiers,
        ConsentView.of(consent),
        LifecycleStage.of(profile.lifecycle()),
        profile.events(),
        profile.sessions(),
        time(profile.firstSeen()),
        time(profile.lastSeen()),
        Rfm.of(profile, at),
        profile.lasting().stream().map(KnownTaste::of).toList(),
        profile.session().stream().map(KnownTaste::of).toList(),
        prices.sensitivity(),
        prices.discounts(),
        products(profile.cart()),
        products(profile.viewed()),
        products(profile.bought()),
        profile.rejected().stream().sorted().toList(),
        profile.ignored().stream().map(one -> new Passed(one.subject(), one.times())).toList(),
        products(profile.habits().wishlist()),
        profile.habits().cadences().stream().map(Rhythm::of).toList(),
        profile.habits().device(),
        profile.campaign(),
        Long.toString(profile.version()));
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static List<KnownProduct> products(List<Touched> touched) {
    return touched.stream()
        .map(
            one ->
                new KnownProduct(
                    one.product().value(), one.count(), one.last().atOffset(ZoneOffset.UTC)))
        .toList();
  }

  /**
   * How a shopper goes by prices.
   *
   * @param sensitivity null where nothing is known
   */
  record Prices(@Nullable Double sensitivity, double discounts) {}

  /** Something that was shown and not taken. */
  @Name("IgnoredThing")
  public record Passed(@NonNull @Id String subject, @NonNull Integer times) {}

  /** How regularly something is bought. */
  @Name("PurchaseCadence")
  public record Rhythm(
      @NonNull @Id @Description("A product or a category.") String subject,
      @NonNull @Description("Between two days on which it was bought, the median.") Integer days,
      @NonNull @Description("On how many days it was bought.") Integer times,
      @NonNull OffsetDateTime last) {
    static Rhythm of(Cadence cadence) {
      return new Rhythm(
          cadence.subject().toString(),
          cadence.days(),
          cadence.times(),
          cadence.last().atOffset(ZoneOffset.UTC));
    }
  }

  /** Recency, frequency, money. */
  @Name("RecencyFrequencyMoney")
  public record Rfm(
      @Nullable @Description("Since the last order of something the catalog has.") Integer days,
      @NonNull Integer orders,
      @NonNull List<@NonNull MoneyView> spent) {

    static Rfm of(Profile profile, Instant at) {
      Integer days =
          profile.bought().isEmpty()
              ? null
              : Math.toIntExact(
                  Math.max(0, Duration.between(profile.bought().get(0).last(), at).toDays()));
      return new Rfm(
          days,
          profile.orders(),
          profile.spentMinor().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .flatMap(Rfm::money)
              .toList());
    }

    private static Stream<MoneyView> money(Map.Entry<String, Long> spent) {
      return Money.currency(spent.getKey())
          .map(currency -> MoneyView.of(new Money(spent.getValue(), currency)))
          .stream();
    }
  }

  /** A taste and its share. */
  @Name("KnownTaste")
  public record KnownTaste(
      @NonNull String dimension, @NonNull String value, @NonNull Double score) {
    static KnownTaste of(Affinity affinity) {
      return new KnownTaste(affinity.dimension().name(), affinity.value(), affinity.score());
    }
  }

  /** A product that the shopper had to do with. */
  @Name("KnownProduct")
  public record KnownProduct(
      @NonNull @Description("The shop's own id.") String product,
      @NonNull Long count,
      @NonNull OffsetDateTime last) {}
}
