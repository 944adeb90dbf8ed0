package dev.attune.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.CategoryId;
import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.counts.Learned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final CatalogSnapshot SHOP =
      new SampleCatalog()
          .product("bag", "Canvas Bag")
          .in("Travel > Bags")
          .brand("Rove")
          .with("colour", "red")
          .add()
          .product("case", "Canvas Case")
          .in("Travel > Bags")
          .brand("Rove")
          .add()
          .product("tag", "Luggage Tag")
          .in("Travel > Extras")
          .brand("Rove")
          .add()
          .product("tea", "Green Tea")
          .in("Kitchen > Tea")
          .with("colour", "red")
          .add()
          .product("pot", "Tea Pot")
          .in("Kitchen > Pots")
          .add()
          .snapshot("1");

  private final List<TrainingEvent> events = new ArrayList<>();

  private ModelsTest on(String owner, double daysAgo, Signal.Kind kind, String... subjects) {
    Instant at = NOW.minusSeconds(Math.round(daysAgo * 86_400));
    for (String subject : subjects) {
      events.add(new TrainingEvent(owner, at, List.of(new Signal(kind, subject, 1))));
      at = at.plusSeconds(60);
    }
    return this;
  }

  private Models trained() {
    events.sort(Comparator.comparing(TrainingEvent::owner).thenComparing(TrainingEvent::at));
    return Models.train(SHOP, events, NOW);
  }

  private static ProductId id(String value) {
    return new ProductId(value);
  }

  private static List<String> names(List<Scored> scored) {
    return scored.stream().map(it -> it.product().value()).toList();
  }

  @Test
  void halvesPopularityEveryFourteenDaysAndSharesItAmongCategories() {
    Models models =
        on("a", 0, Signal.Kind.VIEW, "bag").on("b", 14, Signal.Kind.VIEW, "tea").trained();
    assertThat(names(models.popularity().top(5))).containsExactly("bag", "tea");
    assertThat(models.popularity().score(id("tea"))).isCloseTo(.5, within(1e-9));
    assertThat(models.popularity().categoryShare(new CategoryId("travel")))
        .isCloseTo(2 / 3.0, within(1e-9));
    assertThat(names(models.popularity().topIn(new CategoryId("kitchen"), 5)))
        .containsExactly("tea");
  }

  private void in(String market, int shoppers, String product) {
    for (int i = 0; i < shoppers; i++) {
      Instant at = NOW.minusSeconds(3600);
      events.add(
          new TrainingEvent(
              market + product + i,
              at,
              List.of(
                  new Signal(Signal.Kind.VIEW, product, 1),
                  new Signal(Signal.Kind.MARKET, market, 1))));
    }
  }

  @Test
  void smoothsWhatAMarketWantsTowardWhatAllDoAndLeavesSmallMarketsToAll() {
    in("DE", 300, "bag");
    in("FR", 100, "tea");
    in("FR", 20, "bag");
    in("AT", 40, "pot");
    Models models = trained();
    assertThat(names(models.popularity().top(9))).containsExactly("bag", "tea", "pot");
    Popularity france = models.in("FR").popularity();
    // 100 views there and 200 * 100 / 460 of all, against 20 and 200 * 320 / 460
    assertThat(france.score(id("bag"))).isEqualTo(1);
    assertThat(france.score(id("tea"))).isCloseTo(143.48 / 159.13, within(.01));
    assertThat(france.score(id("pot"))).isCloseTo(17.39 / 159.13, within(.01));
    assertThat(france.everywhere()).isSameAs(models.popularity());
    assertThat(models.in("AT")).isSameAs(models);
    assertThat(models.in(null)).isSameAs(models);
    Models elsewhere = new Training(SHOP).models(learned().in(new ProductOrdinals(SHOP)));
    assertThat(elsewhere.in("FR").popularity().score(id("tea"))).isEqualTo(france.score(id("tea")));
  }

  @Test
  void seesWhatRisesInOneMarketAlone() {
    for (int day = 0; day < 40; day++) {
      on("old" + day, day, Signal.Kind.VIEW, "bag", "tea");
    }
    in("FR", 60, "pot");
    Models models = trained();
    assertThat(names(models.in("FR").trend().top(1))).containsExactly("pot");
  }

  private Learned learned() {
    Training training = new Training(SHOP);
    events.forEach(training);
    return training.learn(NOW);
  }

  @Test
  void countsAVisitorsReloadsOnceAndASkuAsItsProduct() {
    Models models = on("a", 1, Signal.Kind.VIEW, "bag", "bag-sku", "bag", "tea").trained();
    assertThat(models.popularity().score(id("bag")))
        .isCloseTo(models.popularity().score(id("tea")), within(1e-3));
  }

  @Test
  void callsATrendOnlyWhatRisesAgainstTheShopWithSupport() {
    for (int i = 0; i < 6; i++) {
      on("new" + i, .1, Signal.Kind.VIEW, "pot");
    }
    for (int i = 0; i < 60; i++) {
      on("old" + i, i, Signal.Kind.VIEW, "bag");
    }
    Models models = on("once", .1, Signal.Kind.VIEW, "tag").trained();
    assertThat(names(models.trend().top(5))).containsExactly("pot");
    assertThat(models.trend().score(id("bag"))).isZero();
  }

  @Test
  void continuesAVisitLikeTheVisitsMostLikeIt() {
    Models models =
        on("a", 3, Signal.Kind.VIEW, "bag", "case", "tag")
            .on("b", 2, Signal.Kind.VIEW, "bag", "case", "tag")
            .on("c", 1, Signal.Kind.VIEW, "bag", "tea")
            .trained();
    assertThat(names(models.sessionNeighbours().next(List.of(id("case"), id("bag")), 5)))
        .containsExactly("tag", "tea");
    assertThat(models.sessionNeighbours().next(List.of(id("unknown")), 5)).isEmpty();
  }

  @Test
  void findsWhatGoesWithALongHistoryOverSeveralVisits() {
    Models models =
        on("a", 30, Signal.Kind.BUY, "bag")
            .on("a", 20, Signal.Kind.BUY, "tag")
            .on("b", 9, Signal.Kind.BUY, "bag")
            .on("b", 5, Signal.Kind.BUY, "tag")
            .on("c", 9, Signal.Kind.BUY, "bag")
            .on("c", 3, Signal.Kind.BUY, "tea")
            .trained();
    assertThat(names(models.itemNeighbours().forHistory(List.of(new Scored(id("bag"), 1)), 5)))
        .containsExactly("tag", "tea");
  }

  @Test
  void continuesAHistoryWithoutWhatIsInItAndGuessesWhereNobodyHadTheSame() {
    for (int i = 0; i < 30; i++) {
      on("a" + i, 30 + i, Signal.Kind.BUY, "bag").on("a" + i, 20 + i, Signal.Kind.BUY, "tag");
      on("b" + i, 30 + i, Signal.Kind.BUY, "pot").on("b" + i, 20 + i, Signal.Kind.BUY, "tea");
    }
    NextProducts next = trained().nextProducts();
    assertThat(names(next.afterHistory(List.of(id("bag"), id("gone")), 5)))
        .startsWith("tag")
        .doesNotContain("bag");
    assertThat(names(next.afterHistory(List.of(id("case")), 1))).containsExactly("tag");
    assertThat(names(next.inVisit(List.of(id("pot")), false, 5)))
        .startsWith("tea")
        .doesNotContain("pot");
    assertThat(names(next.inVisit(List.of(id("pot")), true, 5))).contains("pot");
  }

  @Test
  void doesNotCallWhatIsPopularWhatComesNext() {
    for (int i = 0; i < 20; i++) {
      on("a" + i, 3, Signal.Kind.VIEW, "bag", "case");
    }
    NextProducts next = trained().nextProducts();
    List<ProductId> nobodyTouched = List.of(new ProductId("tea"));
    assertThat(next.inVisit(nobodyTouched, false, 3)).isEmpty();
    assertThat(next.afterHistory(nobodyTouched, 3)).isEmpty();
    assertThat(next.inVisit(List.of(new ProductId("bag")), false, 3)).isNotEmpty();
  }

  @Test
  void putsTheCompanionBeforeWhatEverybodyBuysAndKnowsTheDirection() {
    for (int i = 0; i < 6; i++) {
      on("pair" + i, i, Signal.Kind.CART_ADD, "bag", "tag", "tea");
    }
    for (int i = 0; i < 60; i++) {
      on("tea" + i, i, Signal.Kind.CART_ADD, "tea");
    }
    Models models = trained();
    assertThat(names(models.boughtTogether().with(id("bag"), 1))).containsExactly("tag");
    assertThat(names(models.boughtTogether().with(id("tag"), 5))).doesNotContain("bag");
    assertThat(names(models.boughtTogether().with(List.of(id("bag"), id("tag")), 5)))
        .containsExactly("tea");
  }

  @Test
  void doesNotCallACompanionWhatWasThereOnce() {
    for (int i = 0; i < 12; i++) {
      on("solo" + i, i, Signal.Kind.CART_ADD, "bag");
    }
    on("x", 1, Signal.Kind.CART_ADD, "bag", "tea").on("y", 1, Signal.Kind.CART_ADD, "bag", "case");
    on("z", 1, Signal.Kind.CART_ADD, "pot", "tag");
    for (int i = 0; i < 3; i++) {
      on("often" + i, i, Signal.Kind.CART_ADD, "tag", "pot");
    }
    for (int i = 0; i < 200; i++) {
      on("tea" + i, i, Signal.Kind.CART_ADD, "tea");
    }
    BoughtTogether together = trained().boughtTogether();
    List<Scored> bag = together.with(id("bag"), 5);
    assertThat(names(bag)).as("one of its own top category").containsExactly("case");
    assertThat(BoughtTogether.isOften(BoughtTogether.strength(bag.get(0).score(), 9))).isFalse();
    assertThat(names(together.with(id("pot"), 5))).as("too young to tell").containsExactly("tag");
    double often = together.with(id("tag"), 1).get(0).score();
    assertThat(often).isGreaterThan(1);
  }

  @Test
  void findsSimilarProductsWithoutAnyEvent() {
    List<Scored> similar = trained().contentSimilarity().similar(id("bag"), 5);
    assertThat(names(similar)).startsWith("case").doesNotContain("bag", "pot");
    assertThat(similar).allMatch(it -> it.score() > 0 && it.score() <= 1);
  }

  @Test
  void isDueAfterOneRhythmAndNeverForWhatNobodyBuysAgain() {
    for (String owner : List.of("a", "b", "c")) {
      on(owner, 60, Signal.Kind.BUY, "tea", "bag").on(owner, 40, Signal.Kind.BUY, "tea");
    }
    BuyAgain buyAgain = trained().buyAgain();
    assertThat(buyAgain.rhythmDays(id("tea"))).contains(20.0);
    Instant bought = NOW.minus(Duration.ofDays(20));
    List<Purchase> purchases =
        List.of(new Purchase(id("tea"), bought, 0), new Purchase(id("bag"), bought, 0));
    assertThat(buyAgain.due(purchases, NOW)).containsExactly(new Scored(id("tea"), 1));
    assertThat(buyAgain.due(purchases, NOW.minus(Duration.ofDays(10)))).isEmpty();
  }

  @Test
  void theShoppersOwnRhythmGoesBeforeEverybodys() {
    BuyAgain buyAgain = trained().buyAgain();
    Instant bought = NOW.minus(Duration.ofDays(20));

    List<Purchase> own =
        List.of(new Purchase(id("tea"), bought, 60), new Purchase(id("bag"), bought, 25));

    assertThat(buyAgain.due(own, NOW)).containsExactly(new Scored(id("bag"), 20 / 25.0));
  }

  @Test
  void answersOnlyWithFiniteSortedProductsOfTheCatalogAndTheSameEveryTime() {
    Random random = new Random(7);
    List<String> ids = List.of("bag", "case", "tag", "tea", "pot", "gone");
    Signal.Kind[] kinds = {Signal.Kind.VIEW, Signal.Kind.CART_ADD, Signal.Kind.BUY};
    for (int i = 0; i < 400; i++) {
      on(
          "o" + random.nextInt(30),
          random.nextDouble() * 90,
          kinds[random.nextInt(3)],
          ids.get(random.nextInt(ids.size())),
          ids.get(random.nextInt(ids.size())));
    }
    Models one = trained();
    Models other = Models.train(SHOP, events, NOW);
    assertThat(answers(one)).isEqualTo(answers(other)).isNotEmpty();
    assertThat(one.version()).isEqualTo(other.version());
    for (List<Scored> answer : answers(one)) {
      assertThat(answer).allMatch(it -> SHOP.product(it.product()).isPresent());
      assertThat(answer).isSortedAccordingTo(Comparator.comparing(Scored::score).reversed());
    }
  }

  @Test
  void knowsNothingWhenEmpty() {
    assertThat(answers(Models.EMPTY)).allMatch(List::isEmpty);
    assertThat(answers(Models.train(CatalogSnapshot.EMPTY, List.of(), NOW)))
        .allMatch(List::isEmpty);
  }

  private static List<List<Scored>> answers(Models models) {
    List<List<Scored>> answers = new ArrayList<>();
    answers.add(models.popularity().top(9));
    answers.add(models.popularity().topIn(new CategoryId("travel"), 9));
    answers.add(models.trend().top(9));
    for (String name : List.of("bag", "tea", "gone")) {
      answers.add(models.sessionNeighbours().next(List.of(id(name)), 9));
      answers.add(models.itemNeighbours().forHistory(List.of(new Scored(id(name), 1)), 9));
      answers.add(models.nextProducts().afterHistory(List.of(id(name)), 9));
      answers.add(models.nextProducts().inVisit(List.of(id(name)), true, 9));
      answers.add(models.boughtTogether().with(id(name), 9));
      answers.add(models.contentSimilarity().similar(id(name), 9));
      answers.add(
          models
              .buyAgain()
              .due(List.of(new Purchase(id(name), NOW.minusSeconds(2_600_000), 0)), NOW));
    }
    return answers;
  }
}
