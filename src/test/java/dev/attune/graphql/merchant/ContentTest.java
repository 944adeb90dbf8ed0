package dev.attune.graphql.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Heroes and offers over HTTP: for whom, where, when and in which words. Every hero is for a
 * campaign of its test, so that none is disturbed.
 */
@QuarkusTest
class ContentTest {
  private static final String SAVE =
      "mutation { save%s(expectedVersion: %d, %s: {id: \"%s\", %s}) { id version } }";
  private static final String HERO =
      "{ home(context: {campaign: {name: \"%s\"}%s}) { hero { id headline subline action decision {"
          + " id } } } }";

  private final String mine = UUID.randomUUID().toString();
  private final List<String> forget = new ArrayList<>();
  private GraphQl merchant = GraphQl.nobody();

  @BeforeEach
  void openTheShop() {
    new TestShop().product("ct-a", "Ctshop", "Aar").product("ct-b", "Ctshop", "Aar").open();
    merchant = GraphQl.nobody().signedIn("ct-merchant", "merchandiser");
  }

  @AfterEach
  void forgetWhatWasWritten() {
    for (String archive : forget) {
      merchant.ask(archive);
    }
  }

  private String id(String name) {
    return "ct-" + name + "-" + mine;
  }

  private JsonPath save(String kind, int expected, String name, String body) {
    forget.add(
        "mutation { archive%s(id: \"%s\", expectedVersion: %d) { id } }"
            .formatted(kind, id(name), expected + 1));
    return merchant.ask(
        SAVE.formatted(kind, expected, kind.toLowerCase(Locale.ROOT), id(name), body));
  }

  private void saved(String kind, String name, String body) {
    JsonPath answer = save(kind, 0, name, body);
    assertThat(answer.getList("errors")).as(answer.prettify()).isNull();
  }

  private String hero(String name, String scope) {
    String body = "headline: \"Hello\", link: \"/\", campaign: \"%s\", scope: {%s}";
    saved("Hero", name, body.formatted(id(name), scope));
    return "gid://attune/Hero/" + id(name);
  }

  private JsonPath home(String name, String context) {
    return GraphQl.visitor("ct-visitor").ask(HERO.formatted(id(name), context));
  }

  private List<String> reasons(JsonPath home, String field, String id) {
    JsonPath trace =
        merchant.ask(
            "{ decision(id: \""
                + home.getString(field + ".decision.id")
                + "\") { replay { same } candidates(first: 100) { nodes { node { id } verdicts {"
                + " kept reason } } } } }");
    assertThat(trace.getBoolean("data.decision.replay.same")).isTrue();
    return trace.getList(
        "data.decision.candidates.nodes.find { it.node.id == '"
            + id
            + "' }.verdicts.findAll { !it.kept }.reason");
  }

  @Test
  void announcesToNewcomersWhatMerchantsPutFarAheadOfTheirWelcome() {
    String body = "headline: \"%s\", link: \"/\", scope: {markets: [\"FO\"]}, ";
    saved("Hero", "welcome", body.formatted("Welcome") + "audience: NEW, priority: 40");
    saved("Hero", "news", body.formatted("News") + "priority: 100");
    assertThat(home("none", ", country: \"FO\"").getString("data.home.hero.id"))
        .isEqualTo("gid://attune/Hero/" + id("news"));
  }

  @Test
  void showsAHeroInItsMarketsLanguagesAndTimeAndSaysWhyNotElsewhere() {
    String market = hero("market", "markets: [\"CA\"]");
    assertThat(home("market", ", country: \"CA\"").getString("data.home.hero.id"))
        .isEqualTo(market);
    JsonPath elsewhere = home("market", ", country: \"US\"");
    assertThat(elsewhere.getString("data.home.hero.id")).isNotEqualTo(market);
    assertThat(reasons(elsewhere, "data.home.hero", market)).containsExactly("for other markets");

    String language = hero("language", "locales: [\"de\"]");
    assertThat(home("language", ", locale: \"de-AT\"").getString("data.home.hero.id"))
        .isEqualTo(language);
    JsonPath french = home("language", ", locale: \"fr\"");
    assertThat(reasons(french, "data.home.hero", language))
        .containsExactly("for pages in other languages");

    String past =
        hero(
            "past",
            "startsAt: \"2001-01-01T00:00\", endsAt: \"2001-02-01T00:00\", timeZone:"
                + " \"Europe/Berlin\"");
    assertThat(reasons(home("past", ""), "data.home.hero", past))
        .containsExactly("outside of its schedule");
    String begun = hero("begun", "startsAt: \"2001-01-01T00:00\", timeZone: \"Europe/Berlin\"");
    assertThat(home("begun", "").getString("data.home.hero.id")).isEqualTo(begun);
  }

  @Test
  void showsAHeroToItsSegmentAloneAndKeepsTheSegment() {
    saved("Segment", "lovers", "title: \"Lovers\", condition: \"'ctshop' in shopper.categories\"");
    String hero = hero("segment", "segments: [\"" + id("lovers") + "\"]");
    JsonPath stranger = home("segment", "");
    assertThat(reasons(stranger, "data.home.hero", hero))
        .containsExactly("for shoppers of other segments");
    GraphQl lover = GraphQl.visitor("ct-lover-" + mine);
    String version = lover.views("ct-a", "ct-b");
    JsonPath loved = lover.with("Attune-Version", version).ask(HERO.formatted(id("segment"), ""));
    assertThat(loved.getString("data.home.hero.id")).isEqualTo(hero);
    JsonPath kept =
        merchant.ask(
            "mutation { archiveSegment(id: \"" + id("lovers") + "\", expectedVersion: 1) { id } }");
    assertThat(kept.getString("errors[0].extensions.field")).isEqualTo("id");
    assertThat(kept.getString("errors[0].message")).contains("Hero " + id("segment"));
    Collections.reverse(forget);
  }

  @Test
  void speaksThePagesLanguagePartByPart() {
    saved(
        "Hero",
        "words",
        "headline: \"Hello\", subline: \"All\", action: \"Buy\", link: \"/\", campaign: \""
            + id("words")
            + "\", texts: [{locale: \"de\", title: \"Hallo\", text: \"Alles\"}, {locale:"
            + " \"de-at\", title: \"Servus\"}]");
    assertThat(words(home("words", ", locale: \"de-AT\"")))
        .containsExactly("Servus", "Alles", "Buy");
    assertThat(words(home("words", ", locale: \"de-CH\"")))
        .containsExactly("Hallo", "Alles", "Buy");
    assertThat(words(home("words", ", locale: \"fr\""))).containsExactly("Hello", "All", "Buy");
    saved(
        "Offer",
        "words",
        "title: \"Less\", priority: 100, texts: [{locale: \"de\", title: \"Weniger\", text:"
            + " \"Jetzt\"}]");
    JsonPath page =
        GraphQl.visitor("ct-words")
            .ask(
                "{ home(context: {locale: \"de\"}) { offers(first: 50) { id title description } }"
                    + " }");
    String mine = "data.home.offers.find { it.id.endsWith('/" + id("words") + "') }.";
    assertThat(page.getString(mine + "title")).isEqualTo("Weniger");
    assertThat(page.getString(mine + "description")).isEqualTo("Jetzt");
  }

  private static List<String> words(JsonPath home) {
    String hero = "data.home.hero.";
    return List.of(
        home.getString(hero + "headline"),
        home.getString(hero + "subline"),
        home.getString(hero + "action"));
  }

  @Test
  void tellsOfAnOfferWhereItHoldsAndWhenItEnds() {
    saved(
        "Offer",
        "market",
        "title: \"Less\", code: \"CT\", endsAt: \"2999-01-01T00:00:00Z\", scope: {markets:"
            + " [\"CA\"], endsAt: \"2998-01-01T00:00\"}");
    String query = "{ home(context: {country: \"%s\"}) { offers(first: 50) { id code endsAt } } }";
    String id = "gid://attune/Offer/" + id("market");
    JsonPath there = GraphQl.visitor("ct-offers").ask(query.formatted("CA"));
    assertThat(there.getList("data.home.offers.id", String.class)).contains(id);
    assertThat(there.getString("data.home.offers.find { it.id == '" + id + "' }.endsAt"))
        .startsWith("2998-01-01");
    assertThat(
            GraphQl.visitor("ct-offers")
                .ask(query.formatted("US"))
                .getList("data.home.offers.id", String.class))
        .doesNotContain(id);
    JsonPath read =
        merchant.ask("{ offers { id code priority scope { markets endsAt timeZone } } }");
    String offer = "data.offers.find { it.id == '" + id("market") + "' }.";
    assertThat(read.getList(offer + "scope.markets", String.class)).containsExactly("CA");
    assertThat(read.getInt(offer + "priority")).isEqualTo(50);
  }

  @Test
  void refusesWhatMakesNoSenseWithItsField() {
    refuses("Offer", "title: \"\"", "offer.title");
    refuses("Offer", "title: \"x\", discount: 1.0", "offer.discount");
    refuses("Offer", "title: \"x\", marginFloor: 0.0", "offer.marginFloor");
    refuses("Offer", "title: \"x\", priority: 101", "offer.priority");
    refuses("Offer", "title: \"x\", endsAt: \"tomorrow\"", "offer.endsAt");
    refuses(
        "Offer",
        "title: \"x\", endsAt: \"2026-01-01T00:00:00Z\", scope: {startsAt: \"2026-02-01T00:00\"}",
        "offer.endsAt");
    String hero = "headline: \"x\", link: \"/\", ";
    refuses(
        "Hero",
        hero + "scope: {startsAt: \"2026-02-01T00:00\", endsAt: \"2026-01-01T00:00\"}",
        "hero.scope.endsAt");
    refuses("Hero", hero + "scope: {markets: [\"QQ\"]}", "hero.scope.markets");
    refuses("Hero", hero + "scope: {locales: [\"?\"]}", "hero.scope.locales");
    refuses("Hero", hero + "scope: {timeZone: \"Mars\"}", "hero.scope.timeZone");
    refuses("Hero", hero + "scope: {fromHour: 3}", "hero.scope.toHour");
    refuses("Hero", hero + "scope: {fromHour: 24, toHour: 3}", "hero.scope.fromHour");
    refuses("Hero", hero + "scope: {segments: [\"ct-nobody\"]}", "hero.scope.segments");
    refuses(
        "Hero",
        hero + "texts: [{locale: \"de\", title: \"a\"}, {locale: \"DE\", title: \"b\"}]",
        "hero.texts.locale");
  }

  private void refuses(String kind, String body, String field) {
    JsonPath refused = save(kind, 0, "refused", body);
    assertThat(refused.getString("errors[0].extensions.field"))
        .as(body + refused.prettify())
        .isEqualTo(field);
  }

  @Test
  void rollsBackToAnEarlierVersionAndKeepsTheHistory() {
    String body = "headline: \"%s\", link: \"/\", campaign: \"" + id("back") + "\", scope: {%s}";
    save("Hero", 0, "back", body.formatted("First", "markets: [\"CA\"]"));
    save("Hero", 1, "back", body.formatted("Second", ""));
    assertThat(home("back", ", country: \"US\"").getString("data.home.hero.headline"))
        .isEqualTo("Second");
    String back =
        "mutation { rollBack(kind: HERO, id: \"%s\", toVersion: %d, expectedVersion: %d) { what"
            + " version state } }";
    assertThat(merchant.refusal(back.formatted(id("back"), 1, 1))).isEqualTo("STALE_VERSION");
    assertThat(merchant.refusal(back.formatted(id("back"), 7, 2))).isEqualTo("UNKNOWN_ID");
    assertThat(
            GraphQl.nobody()
                .signedIn("ct-analyst", "analyst")
                .refusal(back.formatted(id("back"), 1, 2)))
        .isEqualTo("FORBIDDEN");
    JsonPath done = merchant.ask(back.formatted(id("back"), 1, 2));
    assertThat(done.getInt("data.rollBack.version")).isEqualTo(3);
    assertThat(home("back", ", country: \"CA\"").getString("data.home.hero.headline"))
        .isEqualTo("First");
    assertThat(home("back", ", country: \"US\"").getString("data.home.hero.headline"))
        .isNotEqualTo("First");
    forget.add("mutation { archiveHero(id: \"" + id("back") + "\", expectedVersion: 3) { id } }");
    JsonPath history =
        merchant.ask(
            "{ contentHistory(kind: HERO, id: \"" + id("back") + "\") { version who what } }");
    assertThat(history.getList("data.contentHistory.version", Integer.class))
        .containsExactly(3, 2, 1);
    assertThat(history.getString("data.contentHistory[0].who")).isEqualTo("ct-merchant");
  }

  @Test
  void rollsBackEveryKindAlsoFromTheArchive() {
    rolledBack("OFFER", "Offer", "title: \"%s\"", "title");
    rolledBack("SEGMENT", "Segment", "title: \"%s\", condition: \"shopper.orders > 90\"", "title");
    rolledBack("REDIRECT", "Redirect", "link: \"/%s\", queries: [\"ct-none\"]", "link");
    rolledBack("SYNONYMS", "Synonyms", "phrases: [\"%s\", \"ct-none\"]", "phrases");
    rolledBack(
        "ROUTINE",
        "Routine",
        "title: \"%s\", steps: [{products: [\"gid://attune/Product/ct-a\"]}, {products:"
            + " [\"gid://attune/Product/ct-b\"]}]",
        "title");
    rolledBack("BADGE", "Badge", "label: \"%s\", condition: \"product.price < 0.0\"", "label");
  }

  private void rolledBack(String kind, String name, String body, String part) {
    JsonPath first = save(name, 0, kind, body.formatted("ct-first"));
    assertThat(first.getList("errors")).as(first.prettify()).isNull();
    save(name, 1, kind, body.formatted("ct-second"));
    merchant.ask(
        "mutation { archive%s(id: \"%s\", expectedVersion: 2) { id } }".formatted(name, id(kind)));
    JsonPath back =
        merchant.ask(
            ("mutation { rollBack(kind: %s, id: \"%s\", toVersion: 1, expectedVersion: 3) { version"
                    + " state } }")
                .formatted(kind, id(kind)));
    assertThat(back.getList("errors")).as(kind + back.prettify()).isNull();
    assertThat(back.getInt("data.rollBack.version")).isEqualTo(4);
    assertThat(back.getString("data.rollBack.state")).as(part).contains("ct-first");
    forget.add(
        "mutation { archive%s(id: \"%s\", expectedVersion: 4) { id } }".formatted(name, id(kind)));
  }

  @Test
  void refusesEverybodyWithoutTheRoleInTheSameWords() {
    String routine = "saveRoutine(expectedVersion: 0, routine: {id: \"\", title: \"\", steps: []})";
    String[] writes = {
      "mutation { saveHero(expectedVersion: 0, hero: {id: \"x\", headline: \"\", link: \"\"}) { id"
          + " } }",
      "mutation { saveOffer(expectedVersion: 0, offer: {id: \"x\", title: \"\"}) { id } }",
      "mutation { saveBadge(expectedVersion: 0, badge: {id: \"x\", label: \"\"}) { id } }",
      "mutation { publishBadge(expectedVersion: 0, id: \"x\") { id } }",
      "mutation { " + routine + " { id } }",
      "mutation { rollBack(kind: OFFER, id: \"x\", toVersion: 1, expectedVersion: 1) { what } }",
    };
    GraphQl analyst = GraphQl.nobody().signedIn("ct-analyst", "analyst");
    String words = analyst.ask(writes[0]).getString("errors[0].message");
    for (String write : writes) {
      for (GraphQl asker : List.of(analyst, GraphQl.nobody(), GraphQl.visitor("ct-visitor"))) {
        JsonPath refused = asker.ask(write);
        assertThat(refused.getString("errors[0].extensions.code")).isEqualTo("FORBIDDEN");
        assertThat(refused.getString("errors[0].message")).isEqualTo(words);
      }
    }
    assertThat(GraphQl.nobody().refusal("{ badges { id } }")).isEqualTo("FORBIDDEN");
    assertThat(GraphQl.nobody().refusal("{ routines { id } }")).isEqualTo("FORBIDDEN");
  }
}
