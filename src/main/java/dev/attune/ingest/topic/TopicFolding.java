package dev.attune.ingest.topic;

import dev.attune.ingest.Ingest.Message;
import dev.attune.ingest.Ingest.Receipt;
import dev.attune.ingest.bad.BadEvent;
import dev.attune.ingest.bad.BadEvents;
import dev.attune.ingest.bad.SentReader;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.error.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Folds records of the topic; for a thread that may wait. */
@ApplicationScoped
class TopicFolding {
  private final PgTopicStore store;
  private final SentReader reader;
  private final BadEvents badEvents;
  private final TopicMeters meters;
  private final Clock clock;

  TopicFolding(
      PgTopicStore store, SentReader reader, BadEvents badEvents, TopicMeters meters, Clock clock) {
    this.store = store;
    this.reader = reader;
    this.badEvents = badEvents;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Folds these in one transaction; bad ones are kept first. Where the store will never take one of
   * them, they are folded one by one, and that one is bad.
   *
   * @param from the stored offset of each partition that has one; moved on with what is stored
   */
  Stored fold(
      String topicId, List<ConsumerRecord<byte[], byte[]>> records, Map<Integer, Long> from) {
    List<Message> messages = new ArrayList<>();
    List<BadEvent> bad = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      TopicRecord read = TopicRecord.read(record, reader);
      if (read instanceof TopicRecord.Good good) {
        messages.add(good.message());
      } else if (read instanceof TopicRecord.Bad one) {
        bad.add(one.event());
      }
    }
    keep(bad);
    Stored stored = store(topicId, records, messages, from);
    return stored instanceof Stored.Refused refused
        ? refused(topicId, records, from, refused)
        : stored;
  }

  private Stored refused(
      String topicId,
      List<ConsumerRecord<byte[], byte[]>> records,
      Map<Integer, Long> from,
      Stored.Refused refused) {
    if (records.size() > 1) {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (fold(topicId, List.of(record), from) instanceof Stored.Later later) {
          return later;
        }
      }
      return new Stored.Done(List.of());
    }
    if (TopicRecord.read(records.get(0), reader) instanceof TopicRecord.Good good) {
      keep(List.of(TopicRecord.refused(good, rejection(refused))));
    }
    return store(topicId, records, List.of(), from);
  }

  private static Rejection rejection(Stored.Refused refused) {
    return new Rejection(ErrorCode.INVALID_VALUE, null, "The store refuses it: " + refused.why());
  }

  private void keep(List<BadEvent> bad) {
    if (!bad.isEmpty()) {
      bad.forEach(badEvents::keep);
      badEvents.settled().onFailure().recoverWithNull().await().indefinitely();
    }
  }

  private Stored store(
      String topicId,
      List<ConsumerRecord<byte[], byte[]>> records,
      List<Message> messages,
      Map<Integer, Long> from) {
    Map<Integer, Long> to = new HashMap<>();
    records.forEach(record -> to.merge(record.partition(), record.offset() + 1, Math::max));
    List<Advance> advances = new ArrayList<>();
    to.forEach(
        (partition, next) -> advances.add(new Advance(partition, from.get(partition), next)));
    Stored stored = store.store(topicId, messages, advances).await().indefinitely();
    if (stored instanceof Stored.Done done) {
      from.putAll(to);
      count(messages, done.receipts());
    }
    return stored;
  }

  private void count(List<Message> messages, List<Receipt> receipts) {
    Instant now = clock.instant();
    messages.forEach(message -> meters.folded(message.event().receivedAt(), now));
    meters.withheld(receipts.stream().mapToInt(receipt -> receipt.withheld().size()).sum());
  }
}
