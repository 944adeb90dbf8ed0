package dev.attune.graphql.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.models.ModelRegistry;
import dev.attune.models.Models;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The endless feed over HTTP. */
@QuarkusTest
class FeedTest {
  private static final int PAGES = 10;
  private static final int CARDS = 12;

  /** A cursor in a URL or a header must not be longer; this much holds a hundred pages. */
  private static final int LONGEST = 1_500;

  @Inject ModelRegistry models;

  @BeforeEach
  void openTheShop() {
    TestShop shop = new TestShop();
    for (int i = 1; i <= 75; i++) {
      shop.product("feed-kite-" + i, "Feedkites > Box", "Aloft");
      shop.product("feed-drum-" + i, "Feeddrums > Snare", "Rattle");
    }
    shop.open();
  }

  @Test
  void tenPagesShowNothingTwice() {
    GraphQl shopper = GraphQl.visitor("feed-ten");
    List<String> shown = new ArrayList<>();
    @Nullable String after = null;
    for (int i = 0; i < PAGES; i++) {
      JsonPath page = page(shopper, after);
      assertThat(page.getList("data.feed.edges")).hasSize(CARDS);
      assertThat(page.getBoolean("data.feed.pageInfo.hasNextPage")).isTrue();
      shown.addAll(subjects(page));
      after = page.getString("data.feed.pageInfo.endCursor");
      assertThat(after.length()).isLessThan(LONGEST);
    }
    assertThat(shown).hasSize(PAGES * CARDS).doesNotHaveDuplicates();
  }

  @Test
  void theSameCursorGoesOnAtTheSamePlaceAndAnEdgesCursorBehindThatEdge() {
    GraphQl shopper = GraphQl.visitor("feed-same");
    JsonPath first = page(shopper, null);
    String end = first.getString("data.feed.pageInfo.endCursor");
    Models before;
    List<String> one;
    List<String> other;
    do { // a training that ends between the two changes their order
      before = models.current();
      one = subjects(page(shopper, end));
      other = subjects(page(shopper, end));
    } while (models.current() != before);
    assertThat(one).isEqualTo(other);
    String third = first.getString("data.feed.edges[2].cursor");
    assertThat(subjects(page(shopper, third)))
        .doesNotContainAnyElementsOf(subjects(first).subList(0, 3));
  }

  @Test
  void thePageAfterATapIsAboutWhatWasTapped() {
    GraphQl shopper = GraphQl.visitor("feed-tap");
    JsonPath first = page(shopper, null);
    String end = first.getString("data.feed.pageInfo.endCursor");
    List<String> before = subjects(page(shopper, end));
    shopper.views("feed-drum-70");
    List<String> after = subjects(page(shopper, end));
    assertThat(after).isNotEqualTo(before);
    // not all of them, for a feed is diverse, and other tests put their products into the shop
    assertThat(after.subList(0, 5))
        .as("before %s, after %s", before, after)
        .filteredOn(subject -> subject.contains("feed-drum-"))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(after).doesNotContainAnyElementsOf(subjects(first));
  }

  @Test
  void cardsThatAreNoProductsStandBetween() {
    GraphQl desk = GraphQl.nobody().signedIn("feed-desk", "merchandiser");
    desk.ask(
        "mutation { saveOffer(offer: {id: \"feed-offer\", title: \"Fly for less\"},"
            + " expectedVersion: 0) { id } }");
    List<String> kinds = new ArrayList<>();
    GraphQl shopper = GraphQl.visitor("feed-mixed");
    @Nullable String after = null;
    for (int i = 0; i < 3; i++) {
      JsonPath page = page(shopper, after);
      kinds.addAll(page.getList("data.feed.edges.node.__typename", String.class));
      after = page.getString("data.feed.pageInfo.endCursor");
    }
    desk.ask("mutation { archiveOffer(id: \"feed-offer\", expectedVersion: 1) { id } }");
    assertThat(kinds.get(0)).isEqualTo("HeroCard");
    assertThat(kinds).contains("ProductCard").hasSize(3 * CARDS);
    // what other tests leave in the shop may stand where the offer would
    assertThat(kinds).containsAnyOf("OfferCard", "ContentCardItem", "CollectionCard");
    assertThat(kinds.stream().filter("HeroCard"::equals)).hasSize(1);
  }

  @Test
  void theCursorOfAnotherFeedIsRefused() {
    String end = page(GraphQl.visitor("feed-mine"), null).getString("data.feed.pageInfo.endCursor");
    String query = "{ feed(after: \"%s\") { pageInfo { hasNextPage } } }";
    GraphQl other = GraphQl.visitor("feed-other");
    assertThat(other.refusal(query.formatted(end))).isEqualTo("INVALID_CURSOR");
    assertThat(other.refusal(query.formatted("bm90aGluZw"))).isEqualTo("INVALID_CURSOR");
    assertThat(other.refusal(query.formatted("%%%%"))).isEqualTo("INVALID_CURSOR");
    assertThat(GraphQl.visitor("feed-mine").refusal(query.formatted(end))).isNull();
  }

  @Test
  void anAlteredCursorIsRefused() {
    GraphQl shopper = GraphQl.visitor("feed-altered");
    String query = "{ feed(after: \"%s\") { pageInfo { hasNextPage } } }";
    String end = page(shopper, null).getString("data.feed.pageInfo.endCursor");
    for (int at = 0; at < Base64.getUrlDecoder().decode(end).length; at++) {
      byte[] altered = Base64.getUrlDecoder().decode(end);
      altered[at] ^= 1;
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);
      assertThat(shopper.refusal(query.formatted(text)))
          .as("byte %d", at)
          .isEqualTo("INVALID_CURSOR");
    }
  }

  private static JsonPath page(GraphQl shopper, @Nullable String after) {
    return shopper.ask(
        "{ feed(first: %d%s) { edges { cursor node { __typename ... on ProductCard { product { id }"
                .formatted(CARDS, after == null ? "" : ", after: \"" + after + "\"")
            + " } ... on HeroCard { hero { id } } ... on OfferCard { offer { id } } ... on"
            + " ContentCardItem { content { id } } ... on CollectionCard { collection { id } } } }"
            + " pageInfo { hasNextPage endCursor } } }");
  }

  private static List<String> subjects(JsonPath page) {
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < page.getList("data.feed.edges").size(); i++) {
      String node = "data.feed.edges[" + i + "].node.";
      for (String kind : List.of("product", "hero", "offer", "content", "collection")) {
        @Nullable String id = page.getString(node + kind + ".id");
        if (id != null) {
          subjects.add(id);
        }
      }
    }
    return subjects.stream().filter(Objects::nonNull).toList();
  }
}
