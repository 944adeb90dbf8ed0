package dev.attune.ingest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.attune.events.Identifier;
import dev.attune.events.Received;
import dev.attune.events.Traffic;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.EventJson;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.Sender;
import dev.attune.ingest.bad.SentBy;
import dev.attune.ingest.bad.SentReader;
import dev.attune.ingest.channel.Sending;
import dev.attune.privacy.Terms;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TopicRecordTest {
  private static final Instant RECEIVED = Instant.parse("2026-06-01T12:00:00.123456789Z");

  @Inject SentReader reader;

  @Test
  void readsAnEventAsItWasReadWhenItCame() throws JsonProcessingException {
    String event =
        "{\"type\":\"track\",\"event\":\"Product"
            + " Viewed\",\"anonymousId\":\"tr-v\",\"userId\":\"tr-c\","
            + "\"timestamp\":\"2026-06-01T11:00:00Z\",\"properties\":"
            + "{\"product_id\":\"p\",\"price\":1.10,\"currency\":\"USD\"}}";
    // The client's clock is an hour behind; only the secret key proves the customer.
    for (boolean secret : new boolean[] {true, false}) {
      SentBy sentBy =
          new SentBy(
              new Sender(secret, null, Identifier.visitor("tr-w"), Traffic.SHOPPER, "Phone"),
              Arrival.live(
                      RECEIVED, TextNode.valueOf("2026-06-01T11:00:01Z"), Duration.ofSeconds(10))
                  .by("way"),
              new Terms(true, "JP"));
      Parsed.Valid read = (Parsed.Valid) reader.read(EventJson.read(event), "batch", sentBy);
      Received received = read.event();
      Terms terms = sentBy.terms();
      Sending sending = new Sending(List.of(received), "batch", sentBy, terms);

      TopicRecord there =
          TopicRecord.read(record(Envelope.of(sending).bytes(), received.body()), reader);

      TopicRecord.Good good = (TopicRecord.Good) there;
      assertThat(good.message().event()).isEqualTo(received);
      assertThat(good.message().event().customer() != null).isEqualTo(secret);
      assertThat(good.message().terms()).isEqualTo(terms);
    }
  }

  @Test
  void whatNoGatewayWroteIsABadEventAndNoFailure() {
    byte[] good =
        Envelope.of(
                new Sending(
                    List.of(),
                    "batch",
                    new SentBy(
                        new Sender(true, null, null, Traffic.SHOPPER, null),
                        Arrival.live(RECEIVED, MissingNode.getInstance(), Duration.ZERO),
                        Terms.NONE),
                    Terms.NONE))
            .bytes();
    for (String header :
        List.of("", "nonsense", "[]", "{\"v\":2,\"sent\":{}}", "{\"v\":1,\"sent\":{}}")) {
      assertBad(header.getBytes(StandardCharsets.UTF_8), "{}");
    }
    assertBad(null, "{}");
    for (@Nullable String body :
        new @Nullable String[] {null, "", "[]", "3", "{", "{}", "{\"type\":\"track\"}", "\uD800"}) {
      assertBad(good, body);
    }
  }

  @Test
  void aTypeOfALaterVersionIsABadEventToo() {
    SentBy sentBy =
        new SentBy(
            new Sender(false, null, Identifier.visitor("tr-later"), Traffic.SHOPPER, null),
            Arrival.live(RECEIVED, MissingNode.getInstance(), Duration.ZERO),
            Terms.NONE);
    Sending sending = new Sending(List.of(), SentReader.STOREFRONT, sentBy, Terms.NONE);
    String event = "{\"messageId\":\"tr-l\",\"type\":\"PRODUCT_WORN\",\"product\":\"p\"}";
    assertBad(Envelope.of(sending).bytes(), event);
  }

  private void assertBad(byte @Nullable [] header, @Nullable String body) {
    assertThat(TopicRecord.read(record(header, body), reader)).isInstanceOf(TopicRecord.Bad.class);
  }

  private static ConsumerRecord<byte[], byte[]> record(
      byte @Nullable [] header, @Nullable String body) {
    byte[] value = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 7, new byte[0], value);
    if (header != null) {
      record.headers().add(Envelope.HEADER, header);
    }
    return record;
  }
}
