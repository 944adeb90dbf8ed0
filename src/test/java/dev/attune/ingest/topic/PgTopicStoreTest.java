package dev.attune.ingest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.events.EventContext;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.ShopEvent;
import dev.attune.events.Traffic;
import dev.attune.ingest.Ingest.Message;
import dev.attune.privacy.Terms;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PgTopicStoreTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @Inject PgTopicStore store;

  @Test
  void whoeverLostAPartitionWithoutNoticingWritesNothing() {
    String topic = "pts-lost";
    assertThat(store(topic, message("pts-a"), new Advance(3, null, 5))).isEqualTo(1);
    assertThat(store(topic, message("pts-b"), new Advance(3, 5L, 8))).isEqualTo(1);

    assertThat(store(topic, message("pts-c"), new Advance(3, 5L, 9))).isEqualTo(-1);
    assertThat(store(topic, message("pts-c"), new Advance(3, null, 9))).isEqualTo(-1);

    assertThat(store.offsets(topic).await().indefinitely()).isEqualTo(Map.of(3, 8L));
    assertThat(store("pts-new", message("pts-c"), new Advance(3, null, 1))).isEqualTo(1);
  }

  @Test
  void aRecordThatComesAgainCountsOnce() {
    assertThat(store("pts-again", message("pts-d"), new Advance(0, null, 1))).isEqualTo(1);
    assertThat(store("pts-again", message("pts-d"), new Advance(0, 1L, 2))).isZero();
    assertThat(store("pts-again-2", message("pts-d"), new Advance(0, null, 1))).isZero();
  }

  @Test
  void messagesOfDifferentTermsShareATransactionAndKeepTheirOrder() {
    Message objecting = new Message(message("pts-e").event(), new Terms(true, null));
    Stored stored =
        store
            .store(
                "pts-terms",
                List.of(message("pts-f"), objecting, message("pts-g")),
                List.of(new Advance(0, null, 3), new Advance(1, null, 9)))
            .await()
            .indefinitely();
    assertThat(((Stored.Done) stored).receipts())
        .extracting(receipt -> receipt.withheld().size())
        .containsExactly(0, 1, 0);
    assertThat(store.offsets("pts-terms").await().indefinitely()).isEqualTo(Map.of(0, 3L, 1, 9L));
  }

  /** How many were new, -1 where nothing was written. */
  private int store(String topic, Message message, Advance advance) {
    Stored stored = store.store(topic, List.of(message), List.of(advance)).await().indefinitely();
    return stored instanceof Stored.Done done ? done.receipts().get(0).accepted() : -1;
  }

  private static Message message(String id) {
    Identifier visitor = Identifier.visitor("pts-v-" + id);
    return new Message(
        new Received(
            id,
            visitor,
            null,
            NOW,
            NOW,
            Traffic.SHOPPER,
            new ShopEvent.Identified(),
            EventContext.NONE,
            "{}"),
        Terms.NONE);
  }
}
