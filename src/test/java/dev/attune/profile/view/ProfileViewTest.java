package dev.attune.profile.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import dev.attune.profile.Affinity;
import dev.attune.profile.Cadence;
import dev.attune.profile.Dimension;
import dev.attune.profile.Ignored;
import dev.attune.profile.Lifecycle;
import dev.attune.profile.Profile;
import dev.attune.profile.Touched;
import dev.attune.profile.fold.Fold;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileViewTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CatalogSnapshot CATALOG = Shop.catalog(1_000);
  private static final ProfileView VIEW = new ProfileView(Shop.settings(), new Subjects(CATALOG));

  private final Fold fold = new Fold();

  @Test
  void nobodyIsANewcomer() {
    assertThat(view()).isEqualTo(Profile.NOBODY);
  }

  @Test
  void tasteIsAShareAmongCategoriesOfTheSameDepth() {
    at(daysAgo(1), Kind.VIEW, "g1", 3);
    at(daysAgo(1), Kind.VIEW, "d1", 1);
    at(daysAgo(1), Kind.VIEW, "sku-v1", 4);
    assertThat(taste("instruments")).isEqualTo(.5);
    assertThat(taste("home")).isEqualTo(.5);
    assertThat(taste("instruments-strings")).isEqualTo(.75);
    assertThat(taste("instruments-drums")).isEqualTo(.25);
    assertThat(view().tasteForBrand("Fender")).isEqualTo(.375);
    assertThat(view().lasting()).contains(new Affinity(Dimension.ATTRIBUTE, "color=red", .5));
  }

  @Test
  void anInterestHalvesEveryHalfLife() {
    at(daysAgo(30), Kind.VIEW, "g1", 2);
    at(daysAgo(0), Kind.VIEW, "v1", 1);
    assertThat(taste("instruments")).isEqualTo(.5);
  }

  @Test
  void buyingSaysMoreThanLooking() {
    at(daysAgo(1), Kind.BUY, "g1", 1);
    at(daysAgo(1), Kind.VIEW, "v1", 5);
    assertThat(taste("instruments")).isCloseTo(.5, within(1e-4));
  }

  @Test
  void categoriesAreUnderstoodAsHandlesGlobalIdsPathsAndTitles() {
    for (String text :
        new String[] {
          "instruments-strings",
          "gid://attune/Category/instruments-strings",
          "Instruments > Strings",
          "Instruments/Strings",
          "strings"
        }) {
      Fold one = new Fold();
      one.count(daysAgo(1), Stream.of(new Signal(Kind.CATEGORY_VIEW, text, 1)));
      assertThat(VIEW.of(one, 1, NOW).taste(new CategoryId("instruments-strings")))
          .as(text)
          .isEqualTo(1);
    }
  }

  @Test
  void aSearchForABrandAndAFilterCount() {
    at(daysAgo(1), Kind.SEARCH, "gibson", 1);
    at(daysAgo(1), Kind.FILTER, "Color=red", 1);
    assertThat(view().tasteForBrand("Gibson")).isEqualTo(1);
    assertThat(view().lasting()).contains(new Affinity(Dimension.ATTRIBUTE, "color=red", 1));
  }

  @Test
  void aStatedTasteIsNoWeakerThanTheStrongestObserved() {
    at(daysAgo(1), Kind.VIEW, "v1", 100);
    at(daysAgo(400), Kind.PREFER, "category=instruments", 1);
    assertThat(taste("instruments")).isEqualTo(.5);
  }

  @Test
  void theWishListHasWhatWasNeitherTakenOffNorBought() {
    at(daysAgo(9), Kind.WISH, "g1", 1);
    at(daysAgo(8), Kind.WISH, "d1", 1);
    at(daysAgo(7), Kind.WISH, "v1", 1);
    at(daysAgo(6), Kind.UNWISH, "d1", 1);
    at(daysAgo(5), Kind.BUY, "sku-v1", 1);
    assertThat(wished()).containsExactly("g1");

    at(daysAgo(4), Kind.WISH, "d1", 1);
    assertThat(wished()).containsExactly("d1", "g1");
  }

  @Test
  void whatIsBoughtOnSeveralDaysHasACadence() {
    for (int day : new int[] {95, 65, 35, 5}) {
      at(daysAgo(day), Kind.BUY, "sku-v1", 2);
    }
    at(daysAgo(200), Kind.BUY, "g1", 1);
    at(daysAgo(50), Kind.BUY, "g1", 1);
    at(daysAgo(3), Kind.BUY, "d1", 1);
    at(daysAgo(3), Kind.BUY, "d1", 1);

    assertThat(view().habits().cadences())
        .containsExactly(
            new Cadence(new GlobalId(NodeType.CATEGORY, "home"), 30, 4, daysAgo(5)),
            new Cadence(new GlobalId(NodeType.PRODUCT, "v1"), 30, 4, daysAgo(5)),
            new Cadence(
                new GlobalId(NodeType.CATEGORY, "instruments-strings"), 150, 2, daysAgo(50)),
            new Cadence(new GlobalId(NodeType.PRODUCT, "g1"), 150, 2, daysAgo(50)));
  }

  @Test
  void theDeviceIsTheLastOne() {
    assertThat(view().habits().device()).isNull();
    at(daysAgo(2), Kind.DEVICE, "MOBILE", 1);
    at(daysAgo(9), Kind.DEVICE, "DESKTOP", 30);
    assertThat(view().habits().device()).isEqualTo("MOBILE");
  }

  private Stream<String> wished() {
    return view().habits().wishlist().stream().map(touched -> touched.product().value());
  }

  @Test
  void whatIsShownAgainAndAgainAndNotTakenIsIgnored() {
    at(daysAgo(40), Kind.IMPRESSION, "g1", 50);
    at(daysAgo(9), Kind.IMPRESSION, "gid://attune/Product/g1", 2);
    at(daysAgo(8), Kind.IMPRESSION, "sku-v1", 4);
    at(daysAgo(7), Kind.IMPRESSION, "g1", 1);
    at(daysAgo(7), Kind.IMPRESSION, "d1", 1);
    at(daysAgo(7), Kind.SHOWN, "d1", 9);
    at(daysAgo(0), Kind.IMPRESSION, "gid://attune/Hero/spring", 3);
    assertThat(view().ignored())
        .containsExactly(
            new Ignored("gid://attune/Product/v1", 4),
            new Ignored("gid://attune/Hero/spring", 3),
            new Ignored("gid://attune/Product/g1", 3));
    assertThat(view().ignored(new GlobalId(NodeType.PRODUCT, "v1"))).isEqualTo(4);
    assertThat(view().ignored(new GlobalId(NodeType.PRODUCT, "d1"))).isZero();
  }

  @Test
  void whatWasTakenWasNotIgnoredBefore() {
    at(daysAgo(9), Kind.IMPRESSION, "g1", 9);
    at(daysAgo(8), Kind.IMPRESSION, "gid://attune/Hero/spring", 9);
    at(daysAgo(8), Kind.CONTENT_CLICK, "gid://attune/Hero/spring", 1);
    at(daysAgo(7), Kind.VIEW, "g1", 1);
    assertThat(view().ignored()).isEmpty();
    at(daysAgo(6), Kind.IMPRESSION, "g1", 2);
    assertThat(view().ignored()).containsExactly(new Ignored("gid://attune/Product/g1", 2));
    assertThat(view().impersonal().ignored()).isEmpty();
  }

  @Test
  void theVisitThatIsGoingOnHasItsOwnInterest() {
    at(daysAgo(2), Kind.VIEW, "v1", 10);
    at(NOW.minusSeconds(1_799), Kind.VIEW, "g1", 1);
    assertThat(view().sessionInterest(new CategoryId("instruments"))).isEqualTo(1);
    assertThat(view().sessionViewed()).extracting(Touched::product).containsExactly(product("g1"));
    assertThat(VIEW.of(fold, 1, NOW.plusSeconds(2)).session()).isEmpty();
  }

  @Test
  void productsSeenComeLastFirstAndUnknownOnesNotAtAll() {
    at(daysAgo(3), Kind.VIEW, "g1", 1);
    at(daysAgo(2), Kind.VIEW, "gid://attune/Product/g2", 2);
    at(daysAgo(1), Kind.VIEW, "gone", 1);
    assertThat(view().viewed())
        .containsExactly(
            new Touched(product("g2"), 2, daysAgo(2)), new Touched(product("g1"), 1, daysAgo(3)));
  }

  @Test
  void anOrderEmptiesTheCart() {
    at(daysAgo(3), Kind.CART_ADD, "g1", 1);
    at(daysAgo(2), Kind.ORDER, "o1", 1);
    at(daysAgo(2), Kind.BUY, "g1", 1);
    at(daysAgo(1), Kind.CART_ADD, "v1", 2);
    assertThat(view().cart()).containsExactly(new Touched(product("v1"), 2, daysAgo(1)));
    assertThat(view().bought()).containsExactly(new Touched(product("g1"), 1, daysAgo(2)));
  }

  @Test
  void whatIsRemovedLeavesTheCartAndWhatIsRemovedInPartStays() {
    at(daysAgo(3), Kind.CART_ADD, "g1", 1);
    at(daysAgo(3), Kind.CART_ADD, "v1", 3);
    at(daysAgo(2), Kind.CART_REMOVE, "g1", 1);
    at(daysAgo(2), Kind.CART_REMOVE, "v1", 1);
    assertThat(view().cart()).containsExactly(new Touched(product("v1"), 2, daysAgo(3)));
    at(daysAgo(1), Kind.CART_ADD, "g1", 1);
    assertThat(view().cart()).hasSize(2);
  }

  @Test
  void whatWasReturnedWasNotBought() {
    at(daysAgo(3), Kind.BUY, "g1", 1);
    at(daysAgo(2), Kind.RETURN, "g1", 1);
    assertThat(view().bought()).isEmpty();
  }

  @Test
  void aRejectionHoldsUntilItIsTakenBack() {
    at(daysAgo(3), Kind.REJECT, "gid://attune/Product/g1", 1);
    at(daysAgo(3), Kind.REJECT, "gid://attune/Product/g2", 1);
    at(daysAgo(2), Kind.ACCEPT, "gid://attune/Product/g1", 1);
    assertThat(view().rejected()).containsExactly("gid://attune/Product/g2");
    at(daysAgo(1), Kind.REJECT, "gid://attune/Product/g1", 1);
    assertThat(view().rejected()).hasSize(2);
  }

  @Test
  void anOrderSentTwiceIsOneOrder() {
    at(daysAgo(2), Kind.ORDER, "o1", 1);
    at(daysAgo(1), Kind.ORDER, "o1", 1);
    assertThat(view().orders()).isEqualTo(1);
    assertThat(view().lifecycle()).isEqualTo(Lifecycle.ONE_TIME_BUYER);
  }

  @Test
  void theLifecycleFollowsVisitsOrdersMoneyAndSilence() {
    at(NOW, Kind.VIEW, "g1", 1);
    assertThat(view().lifecycle()).isEqualTo(Lifecycle.NEW);
    at(daysAgo(20), Kind.VIEW, "g1", 1);
    assertThat(view().lifecycle()).isEqualTo(Lifecycle.RETURNING);
    at(daysAgo(19), Kind.ORDER, "o1", 1);
    assertThat(view().lifecycle()).isEqualTo(Lifecycle.ONE_TIME_BUYER);
    at(daysAgo(18), Kind.ORDER, "o2", 1);
    at(daysAgo(17), Kind.ORDER, "o3", 1);
    assertThat(view().lifecycle()).isEqualTo(Lifecycle.LOYAL);
    at(daysAgo(17), Kind.SPEND, "EUR", 200_000);
    assertThat(view().lifecycle()).isEqualTo(Lifecycle.VIP);
    assertThat(VIEW.of(fold, 1, NOW.plus(Duration.ofDays(61))).lifecycle())
        .isEqualTo(Lifecycle.LAPSING);
    assertThat(VIEW.of(fold, 1, NOW.plus(Duration.ofDays(181))).lifecycle())
        .isEqualTo(Lifecycle.LAPSED);
  }

  @Test
  void aShopperOfAThousandEventsFitsIntoFourKilobytes() {
    for (int seed = 0; seed < 20; seed++) {
      Profile profile = VIEW.of(Busy.shopper(new Random(seed), NOW, 1_000), 123_456, NOW);
      assertThat(profile.events()).isEqualTo(1_000);
      assertThat(profile.viewed()).hasSizeGreaterThanOrEqualTo(8);
      assertThat(ProfileJson.encode(profile))
          .as("seed %s", seed)
          .hasSizeLessThanOrEqualTo(ProfileView.BYTES)
          .hasSizeGreaterThan(3_000);
    }
  }

  private Profile view() {
    return VIEW.of(fold, fold.sessions().isEmpty() ? 0 : 1, NOW);
  }

  private double taste(String category) {
    return view().taste(new CategoryId(category));
  }

  private void at(Instant at, Kind kind, String subject, long quantity) {
    fold.count(at, Stream.of(new Signal(kind, subject, quantity)));
  }

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private static ProductId product(String id) {
    return new ProductId(id);
  }
}
