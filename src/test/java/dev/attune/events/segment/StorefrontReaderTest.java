package dev.attune.events.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.events.Identifier;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorefrontReaderTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void anImpressionOfAProductIsOneOfThatProduct() {
    assertThat(impression("product", "p1"))
        .containsExactly(new Signal(Kind.IMPRESSION, "gid://attune/Product/p1", 1));
  }

  /** Which of a decision's cards was in view is not known. */
  @Test
  void anImpressionOfADecisionIsPresenceOnly() {
    assertThat(impression("decisionId", "d1")).containsExactly(new Signal(Kind.SHOWN, "d1", 1));
  }

  private static List<Signal> impression(String field, String value) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("messageId", "m1").put("type", "IMPRESSION").put(field, value);
    Parsed parsed =
        new StorefrontReader(Currency.getInstance("USD"))
            .read(event, Identifier.visitor("v1"), Sender.storefront(), Arrival.history(NOON));
    assertThat(parsed).isInstanceOf(Parsed.Valid.class);
    return ((Parsed.Valid) parsed).event().event().signals().toList();
  }
}
