package dev.attune.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.GraphQl;
import dev.attune.TestShop;
import dev.attune.decision.slot.LearnedWeights;
import dev.attune.models.ModelRegistry;
import dev.attune.models.blend.Blend;
import dev.attune.record.taken.Taken;
import dev.attune.record.taken.TakenLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakenLogTest {
  private static final String SLOT = "rail/PRODUCT_SIMILAR";

  @Inject TakenLog log;
  @Inject LearnedWeights weights;
  @Inject ModelRegistry models;

  @Test
  void tellsWhatWasTakenFirstOfWhatWasShown() {
    TestShop shop = new TestShop();
    for (int i = 0; i < 8; i++) {
      shop.product("tk-" + i, "Tkmugs", "Kiln");
    }
    shop.open();
    models.train();
    GraphQl shopper = GraphQl.visitor("tk-visitor");
    JsonPath rail =
        shopper.ask(
            "{ recommendations(placement: PRODUCT_SIMILAR,"
                + " product: \"gid://attune/Product/tk-0\", first: 5) {"
                + " items { product { id } } decision { id } } }");
    List<String> shown = rail.getList("data.recommendations.items.product.id");
    String decision = rail.getString("data.recommendations.decision.id");
    tell(shopper, "tk-e1", "gid://attune/Product/tk-0", decision, "2026-03-01T10:00:00Z");
    tell(shopper, "tk-e2", shown.get(3), decision, "2026-03-01T10:00:02Z");
    tell(shopper, "tk-e3", shown.get(1), decision, "2026-03-01T10:00:01Z");

    assertThat(onceWritten(decision)).singleElement().extracting(Taken::place).isEqualTo(1);
    Map<String, Blend> blends = weights.learn();
    assertThat(blends.get(SLOT).decisions()).isPositive();
    assertThat(blends.get(SLOT).learned()).isFalse();
    JsonPath told =
        GraphQl.nobody()
            .signedIn("tk-analyst", "analyst")
            .ask("{ models { blends { slot decisions learned weights { feature weight } } } }");
    assertThat(told.getList("data.models.blends.slot")).contains(SLOT);
  }

  /** Decisions are written behind the response. */
  private List<Taken> onceWritten(String decision) {
    Instant patience = Instant.now().plusSeconds(20);
    List<Taken> found = taken(decision);
    while (found.isEmpty() && Instant.now().isBefore(patience)) {
      found = taken(decision);
    }
    return found;
  }

  private List<Taken> taken(String decision) {
    List<Taken> all = new ArrayList<>();
    log.read(SLOT, Instant.EPOCH, 1_000, all::add);
    all.removeIf(taken -> !decision.endsWith(taken.decision().id()));
    return all;
  }

  private static void tell(GraphQl shopper, String id, String product, String decision, String at) {
    JsonPath told =
        shopper.ask(
            "mutation { track(events: [{messageId: \"%s\", type: PRODUCT_CLICKED, product: \"%s\","
                    .formatted(id, product)
                + " decisionId: \"%s\", timestamp: \"%s\"}]) { accepted } }"
                    .formatted(decision, at));
    assertThat(told.getInt("data.track.accepted")).isOne();
  }
}
