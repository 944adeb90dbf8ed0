package dev.attune.models.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.SampleCatalog;
import dev.attune.catalog.CatalogSnapshot;
import dev.attune.catalog.ProductId;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.models.Models;
import dev.attune.models.TrainingEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final List<TrainingEvent> events = new ArrayList<>();

  @Test
  void tellsWhatIsLookedAtAndNotBoughtFromWhatIsBought() {
    for (int i = 0; i < 100; i++) {
      event("a" + i, i, Kind.VIEW, "looked-at");
      event("b" + i, i, Kind.VIEW, "bought");
      if (i % 5 == 0) {
        event("b" + i, i + 1, Kind.BUY, "bought");
      }
    }

    Conversion conversion = train().conversion();
    assertThat(conversion.score(new ProductId("looked-at"))).isLessThan(.15);
    assertThat(conversion.score(new ProductId("bought"))).isGreaterThan(.85);
    assertThat(conversion.score(new ProductId("never-seen"))).isEqualTo(.5);
    assertThat(conversion.score(new ProductId("unknown"))).isEqualTo(.5);
  }

  @Test
  void aFewLooksSayLittle() {
    for (int i = 0; i < 50; i++) {
      event("b" + i, i, Kind.VIEW, "bought");
      event("b" + i, i + 1, Kind.BUY, "bought");
    }
    event("c", 1, Kind.VIEW, "looked-at");

    assertThat(train().conversion().score(new ProductId("looked-at"))).isGreaterThan(.45);
  }

  @Test
  void suggestsOnlyWhatSeveralShoppersSearchedAndFound() {
    for (String shopper : List.of("a", "b", "c")) {
      event(shopper, 0, Kind.SEARCH, "red lamp");
      event(shopper, 60, Kind.VIEW, "bought");
      event(shopper, 120, Kind.SEARCH, "nothing like it");
      event(shopper, 7_200, Kind.VIEW, "bought");
    }
    for (int i = 0; i < 5; i++) {
      event("d", 10_000 + 100 * i, Kind.SEARCH, "my own secret");
      event("d", 10_001 + 100 * i, Kind.VIEW, "bought");
    }

    assertThat(train().searchTerms().popular()).containsExactly("red lamp");
  }

  private void event(String shopper, int second, Kind kind, String subject) {
    Instant at = NOW.minus(Duration.ofDays(1)).plusSeconds(second);
    events.add(new TrainingEvent(shopper, at, List.of(new Signal(kind, subject, 1))));
  }

  private Models train() {
    return Models.train(shop(), events, NOW);
  }

  private static CatalogSnapshot shop() {
    SampleCatalog catalog = new SampleCatalog();
    for (String id : List.of("looked-at", "bought", "never-seen")) {
      catalog = catalog.product(id, id).add();
    }
    return catalog.snapshot("1");
  }
}
