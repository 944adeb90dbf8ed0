package dev.attune.ingest.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.attune.events.Traffic;
import dev.attune.events.segment.Arrival;
import dev.attune.events.segment.EventJson;
import dev.attune.events.segment.Parsed;
import dev.attune.events.segment.Sender;
import dev.attune.ingest.Ingest.Message;
import dev.attune.ingest.bad.BadEvent;
import dev.attune.ingest.bad.SentBy;
import dev.attune.ingest.bad.SentReader;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import dev.attune.privacy.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One record of the topic, read. */
sealed interface TopicRecord {
  /** The call of what was on the topic and is no event of ours. */
  String CALL = "topic";

  /** An event that can be folded. */
  record Good(Message message, SentBy sentBy) implements TopicRecord {}

  /** One that nobody can use. */
  record Bad(BadEvent event) implements TopicRecord {}

  static TopicRecord read(ConsumerRecord<byte[], byte[]> record, SentReader reader) {
    String body = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
    @Nullable Header header = record.headers().lastHeader(Envelope.HEADER);
    @Nullable Envelope envelope = Envelope.read(header == null ? null : header.value());
    if (envelope == null) {
      SentBy nobody = stranger(Instant.ofEpochMilli(Math.max(0, record.timestamp())));
      return bad(body, nobody, "The record must have the header attune of version 1");
    }
    try {
      Parsed parsed = reader.read(EventJson.read(body), envelope.call(), envelope.sentBy());
      if (parsed instanceof Parsed.Valid valid) {
        return new Good(new Message(valid.event(), envelope.terms()), envelope.sentBy());
      }
      Parsed.Invalid invalid = (Parsed.Invalid) parsed;
      return new Bad(
          BadEvent.event(EventJson.read(body), invalid, envelope.sentBy(), envelope.call()));
    } catch (JsonProcessingException unreadable) {
      return bad(body, envelope.sentBy(), "The record's value must be one JSON object");
    }
  }

  /** What is kept of one that could be read and not be stored. */
  static BadEvent refused(Good good, Rejection why) {
    return BadEvent.body(good.message.event().body(), why, good.sentBy, CALL);
  }

  private static Bad bad(String body, SentBy sentBy, String message) {
    Rejection rejection = new Rejection(ErrorCode.INVALID_JSON, null, message);
    return new Bad(BadEvent.body(body, rejection, sentBy, CALL));
  }

  private static SentBy stranger(Instant at) {
    Sender nobody = new Sender(false, null, null, Traffic.SHOPPER, null);
    return new SentBy(
        nobody, Arrival.live(at, MissingNode.getInstance(), Duration.ZERO).by(CALL), Terms.NONE);
  }
}
