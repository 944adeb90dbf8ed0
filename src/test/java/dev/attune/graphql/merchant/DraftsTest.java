package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Drafts of heroes and offers over HTTP: written, looked at, published, taken back. The hero is for
 * a campaign of its test, the offer for a market that no other test is in.
 */
@QuarkusTest
class DraftsTest {
  private static final String AUDIENCE = ", scope: {markets: [\"BT\"]}";

  private final String id = "dr-" + UUID.randomUUID();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop().product("dr-a", "Drshop", "Aar").open();
    merchant = GraphQl.nobody().signedIn("dr-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    for (String kind : List.of("Hero", "Offer")) {
      merchant.ask(
          "mutation { archive%s(id: \"%s\", expectedVersion: %d) { id } }"
              .formatted(kind, id, version(kind)));
    }
  }

  private int version(String kind) {
    JsonPath read = merchant.ask("{ heroes { id version } offers { id version } }");
    String list = kind.equals("Hero") ? "heroes" : "offers";
    Integer version = read.get("data." + list + ".find { it.id == '" + id + "' }?.version");
    return version == null ? 0 : version;
  }

  private JsonPath hero(int expected, String headline, String publish) {
    return merchant.ask(
        ("mutation { saveHero(expectedVersion: %d%s, hero: {id: \"%s\", headline: \"%s\", link:"
                + " \"/\", campaign: \"%s\"}) { version live headline draft { headline version live"
                + " } } }")
            .formatted(expected, publish, id, headline, id));
  }

  private JsonPath offer(int expected, String title, String publish) {
    return merchant.ask(
        ("mutation { saveOffer(expectedVersion: %d%s, offer: {id: \"%s\", title: \"%s\", endsAt:"
                + " \"2999-01-01T00:00:00.123Z\", discount: 0.1%s}) { version live title draft {"
                + " title endsAt } } }")
            .formatted(expected, publish, id, title, AUDIENCE));
  }

  private JsonPath publish(String kind, int expected) {
    return merchant.ask(
        "mutation { publish%s(id: \"%s\", expectedVersion: %d) { version live draft { id } } }"
            .formatted(kind, id, expected));
  }

  /** The headline that a shopper of the campaign sees. */
  private String seen() {
    return GraphQl.visitor("dr-visitor")
        .ask("{ home(context: {campaign: {name: \"" + id + "\"}}) { hero { headline } } }")
        .getString("data.home.hero.headline");
  }

  private List<String> offers() {
    return GraphQl.visitor("dr-visitor")
        .ask("{ home(context: {country: \"BT\"}) { offers(first: 50) { title } } }")
        .getList("data.home.offers.title", String.class);
  }

  private JsonPath previewed(String drafts) {
    return merchant.ask(
        ("{ preview(page: {home: true}%s, context: {country: \"BT\", campaign: {name: \"%s\"}}) {"
                + " home { hero { headline } offers(first: 50) { title } } } }")
            .formatted(drafts, id));
  }

  @Test
  void keepsADraftedHeroFromShoppersUntilItIsPublishedAndRollsBack() {
    JsonPath drafted = hero(0, "dr first", ", publish: false");
    assertThat(drafted.getBoolean("data.saveHero.live")).as(drafted.prettify()).isFalse();
    assertThat(drafted.getString("data.saveHero.draft.headline")).isEqualTo("dr first");
    assertThat(seen()).isNotEqualTo("dr first");
    String hero = "data.preview.home.hero.headline";
    assertThat(previewed("").getString(hero)).isNotEqualTo("dr first");
    String ids = ", drafts: {ids: [\"" + id + "\"]}";
    assertThat(previewed(ids).getString(hero)).isEqualTo("dr first");
    assertThat(previewed(", drafts: {saved: true}").getString(hero)).isEqualTo("dr first");
    JsonPath published = publish("Hero", 1);
    assertThat(published.getInt("data.publishHero.version")).as(published.prettify()).isEqualTo(2);
    assertThat(published.getBoolean("data.publishHero.live")).isTrue();
    assertThat(seen()).isEqualTo("dr first");
    JsonPath second = hero(2, "dr second", ", publish: false");
    assertThat(second.getString("data.saveHero.headline")).isEqualTo("dr first");
    assertThat(second.getBoolean("data.saveHero.live")).isTrue();
    assertThat(second.getString("data.saveHero.draft.headline")).isEqualTo("dr second");
    assertThat(second.getInt("data.saveHero.draft.version")).isEqualTo(3);
    assertThat(seen()).isEqualTo("dr first");
    assertThat(previewed(ids).getString(hero)).isEqualTo("dr second");
    publish("Hero", 3);
    assertThat(seen()).isEqualTo("dr second");
    JsonPath back =
        merchant.ask(
            "mutation { rollBack(kind: HERO, id: \"%s\", toVersion: 1, expectedVersion: 4) { version } }"
                .formatted(id));
    assertThat(back.getInt("data.rollBack.version")).as(back.prettify()).isEqualTo(5);
    assertThat(seen()).isEqualTo("dr first");
    JsonPath history =
        merchant.ask(
            "{ contentHistory(kind: HERO, id: \"" + id + "\") { who what version state } }");
    assertThat(history.getList("data.contentHistory.what", String.class))
        .containsExactly(
            "hero.saved", "hero.published", "hero.drafted", "hero.published", "hero.drafted");
    assertThat(history.getList("data.contentHistory.version", Integer.class))
        .containsExactly(5, 4, 3, 2, 1);
    assertThat(history.getString("data.contentHistory[2].state")).contains("dr second");
    assertThat(history.getString("data.contentHistory[0].who")).isEqualTo("dr-merchant");
  }

  @Test
  void keepsADraftedOfferFromShoppersUntilItIsPublishedAndRollsBack() {
    offer(0, "dr live", "");
    assertThat(offers()).contains("dr live");
    JsonPath drafted = offer(1, "dr next", ", publish: false");
    assertThat(drafted.getString("data.saveOffer.title"))
        .as(drafted.prettify())
        .isEqualTo("dr live");
    assertThat(drafted.getString("data.saveOffer.draft.title")).isEqualTo("dr next");
    assertThat(drafted.getString("data.saveOffer.draft.endsAt"))
        .isEqualTo("2999-01-01T00:00:00.123Z");
    assertThat(offers()).contains("dr live").doesNotContain("dr next");
    assertThat(
            previewed(", drafts: {ids: [\"" + id + "\"]}")
                .getList("data.preview.home.offers.title", String.class))
        .contains("dr next")
        .doesNotContain("dr live");
    JsonPath published = publish("Offer", 2);
    assertThat(published.getString("data.publishOffer.draft")).as(published.prettify()).isNull();
    assertThat(offers()).contains("dr next").doesNotContain("dr live");
    merchant.ask(
        "mutation { rollBack(kind: OFFER, id: \"%s\", toVersion: 1, expectedVersion: 3) { version } }"
            .formatted(id));
    assertThat(offers()).contains("dr live").doesNotContain("dr next");
  }

  @Test
  void refusesAWriteUponWhatTheWriterDidNotSeeWithBothVersions() {
    hero(0, "dr one", ", publish: false");
    hero(1, "dr two", ", publish: false");
    for (JsonPath stale :
        List.of(
            hero(1, "dr late", ", publish: false"), hero(1, "dr late", ""), publish("Hero", 1))) {
      assertThat(stale.getString("errors[0].extensions.code")).isEqualTo("STALE_VERSION");
      assertThat(stale.getString("errors[0].message")).contains("at version 2, not 1");
    }
    assertThat(publish("Hero", 2).getInt("data.publishHero.version")).isEqualTo(3);
    assertThat(seen()).isEqualTo("dr two");
  }

  @Test
  void bringsAnArchivedHeroBackAsADraftAlone() {
    hero(0, "dr old", "");
    assertThat(seen()).isEqualTo("dr old");
    merchant.ask("mutation { archiveHero(id: \"" + id + "\", expectedVersion: 1) { id } }");
    JsonPath again = hero(2, "dr again", ", publish: false");
    assertThat(again.getBoolean("data.saveHero.live")).as(again.prettify()).isFalse();
    assertThat(seen()).isNotIn("dr old", "dr again");
    publish("Hero", 3);
    assertThat(seen()).isEqualTo("dr again");
  }

  @Test
  void dropsTheDraftWhereSomethingElseIsPublished() {
    hero(0, "dr never", ", publish: false");
    JsonPath saved = hero(1, "dr at once", "");
    assertThat(saved.getBoolean("data.saveHero.live")).isTrue();
    assertThat(saved.getString("data.saveHero.draft")).isNull();
    assertThat(seen()).isEqualTo("dr at once");
    assertThat(publish("Hero", 2).getString("errors[0].extensions.code")).isEqualTo("UNKNOWN_ID");
  }

  @Test
  void isForMerchandisersAlone() {
    hero(0, "dr mine", ", publish: false");
    String publish = "mutation { publishHero(id: \"" + id + "\", expectedVersion: 1) { id } }";
    for (GraphQl asker :
        List.of(
            GraphQl.nobody(),
            GraphQl.visitor("dr-visitor"),
            GraphQl.nobody().signedIn("dr-analyst", "analyst"))) {
      assertThat(asker.refusal(publish)).isEqualTo("FORBIDDEN");
      assertThat(asker.refusal(publish.replace("Hero", "Offer"))).isEqualTo("FORBIDDEN");
    }
    assertThat(seen()).isNotEqualTo("dr mine");
  }
}
