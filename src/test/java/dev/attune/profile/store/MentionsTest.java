package dev.attune.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.Identifier;
import dev.attune.events.Identifier.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Uses only what the regular expressions of Java and PostgreSQL have in common, but \M. */
class MentionsTest {
  @Test
  void idsCountInTheFieldsOfTheirKindOnly() {
    Mentions visitor = mentions(Identifier.visitor("Product Viewed"));
    assertThat(found(visitor, "{\"event\":\"Product Viewed\"}")).isFalse();
    assertThat(found(visitor, "{\"userId\":\"Product Viewed\"}")).isFalse();
    assertThat(found(visitor, "{\"anonymousId\" : \"Product Viewed\"}")).isTrue();
    assertThat(found(visitor, "{\"anonymousId\":\"Product Viewed 2\"}")).isFalse();
    assertThat(found(mentions(Identifier.visitor("v.1")), "{\"previousId\":\"v.1\"}")).isTrue();
    assertThat(found(mentions(Identifier.visitor("v.1")), "{\"previousId\":\"vx1\"}")).isFalse();
  }

  @Test
  void customersAreFoundAlsoAsBareNumbers() {
    Mentions customer = mentions(Identifier.customer("4711"));
    assertThat(found(customer, "{\"userId\":4711}")).isTrue();
    assertThat(found(customer, "{\"userId\": \"4711\"}")).isTrue();
    assertThat(found(customer, "{\"referrer_id\":\"4711\"}")).isTrue();
    assertThat(found(customer, "{\"userId\":47112}")).isFalse();
    assertThat(found(customer, "{\"quantity\":4711,\"product_id\":\"4711\"}")).isFalse();
    assertThat(mentions(new Identifier(Type.CLAIMED, "4711")).isEmpty()).isTrue();
  }

  @Test
  void idsOfTheShopsOwnAreFoundByKindAndIdTogether() {
    Mentions card = mentions(Identifier.external("loyalty_card", "77").orElseThrow());
    assertThat(found(card, "[{\"id\":\"77\",\"type\":\"loyalty_card\"}]")).isTrue();
    assertThat(found(card, "[{\"type\":\"loyalty_card\", \"id\": 77}]")).isTrue();
    assertThat(found(card, "[{\"type\":\"loyalty_card\",\"id\":\"78\"},{\"id\":\"77\"}]"))
        .isFalse();
  }

  @Test
  void addressesAreFoundWhereverTheyStand() {
    Mentions mentions = new Mentions();
    mentions.addAddress("Ann+1@Example.com");
    mentions.addAddress("USD");
    mentions.addAddress("@");
    assertThat(found(mentions, "{\"contact\":\"ann+1@example.com\"}")).isTrue();
    assertThat(found(mentions, "{\"contact\":\"Ann+1@Example.com\"}")).isTrue();
    assertThat(found(mentions, "{\"note\":\"by ANN+1@example.com.\"}")).isTrue();
    assertThat(found(mentions, "{\"contact\":\"ann+1@example.community\"}")).isFalse();
    assertThat(found(mentions, "{\"contact\":\"Joann+1@Example.com\"}")).isFalse();
    assertThat(found(mentions, "{\"currency\":\"USD\"}")).isFalse();
  }

  private static Mentions mentions(Identifier identifier) {
    Mentions mentions = new Mentions();
    mentions.add(identifier);
    return mentions;
  }

  private static boolean found(Mentions mentions, String body) {
    return Arrays.stream(mentions.texts()).anyMatch(body.toLowerCase(Locale.ROOT)::contains)
        && Arrays.stream(mentions.patterns())
            .anyMatch(
                pattern -> Pattern.compile(pattern.replace("\\M", "\\b")).matcher(body).find());
  }
}
