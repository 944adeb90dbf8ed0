package dev.attune.decision.source.taste;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.catalog.health.Gates;
import dev.attune.decision.Ask;
import dev.attune.decision.DecisionContext;
import dev.attune.decision.Place;
import dev.attune.identity.Asker;
import dev.attune.ingest.health.EventGates;
import dev.attune.merchandising.Merchandise;
import dev.attune.models.Models;
import dev.attune.privacy.Consent;
import dev.attune.profile.Profile;
import dev.attune.profile.Shopper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopperFactsTest {
  private static final ProductId LAMP = new ProductId("lamp");

  private final CatalogSnapshot catalog =
      new SampleCatalog().product("lamp", "Lamp").in("Light").price("20").add().snapshot("1");

  private final DecisionContext page =
      new DecisionContext(
          new Shopper(
              "",
              Asker.nobody(),
              Consent.byDefault(Consent.State.GRANTED),
              Profile.NOBODY,
              Profile.NOBODY),
          Place.ANYWHERE,
          Instant.parse("2026-03-01T12:00:00Z"),
          catalog,
          catalog,
          Models.EMPTY,
          Merchandise.EMPTY,
          Gates.OPEN,
          EventGates.OPEN,
          false);

  @Test
  void areFoundOutOnceForListsOfOnePageWithTheSameCart() {
    Ask first = Ask.of(page, 12).withCart(List.of(LAMP));
    Ask second = Ask.of(page, 3).withCart(List.of(LAMP)).at("HOME_FOR_YOU");
    assertThat(ShopperFacts.of(second)).isSameAs(ShopperFacts.of(first));
  }

  @Test
  void areThoseOfTheListsOwnCart() {
    int place = catalog.ordinal(LAMP);
    assertThat(ShopperFacts.of(Ask.of(page, 12)).hasInCart(place)).isFalse();
    assertThat(ShopperFacts.of(Ask.of(page, 12).withCart(List.of(LAMP))).hasInCart(place)).isTrue();
    assertThat(ShopperFacts.of(Ask.of(page, 12)).hasInCart(place)).isFalse();
  }

  @Test
  void areAnothersOnAPageForNobodyInParticular() {
    Ask ask = Ask.of(page, 12).withCart(List.of(LAMP));
    Ask impersonal = Ask.of(page.forNobodyInParticular(), 12).withCart(List.of(LAMP));
    assertThat(ShopperFacts.of(impersonal)).isNotSameAs(ShopperFacts.of(ask));
  }
}
