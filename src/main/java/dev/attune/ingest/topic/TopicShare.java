package dev.attune.ingest.topic;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The partitions that this replica folds now; of one thread. It stands where the store says, never
 * where Kafka does. While the store is away it holds all of them, and stays in the group.
 */
final class TopicShare implements ConsumerRebalanceListener {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final String topicId;
  private final TopicReader.Parts parts;
  private final Map<Integer, Long> stored = new HashMap<>();
  private boolean held;
  private long heldUntil;

  TopicShare(Consumer<byte[], byte[]> consumer, String topicId, TopicReader.Parts parts) {
    this.consumer = consumer;
    this.topicId = topicId;
    this.parts = parts;
  }

  /** How far each partition has been folded. */
  Map<Integer, Long> stored() {
    return Map.copyOf(stored);
  }

  /** Waits for records, not for long, and folds them. */
  void next() {
    if (held && System.nanoTime() - heldUntil >= 0) {
      release();
    }
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
      records.add(record);
    }
    if (!records.isEmpty()) {
      notice(records);
      if (parts.folding().fold(topicId, records, stored) instanceof Stored.Later later) {
        hold(later.why());
      }
    }
    parts.meters().lag(lag());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    @Nullable Map<Integer, Long> offsets = offsets();
    if (offsets != null) {
      place(assigned, offsets);
    } else {
      consumer.seekToBeginning(assigned);
      hold("offsets cannot be read");
    }
    if (held) {
      consumer.pause(assigned);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    revoked.forEach(partition -> stored.remove(partition.partition()));
  }

  private void hold(String why) {
    if (!held) {
      Log.warnf("Events wait in the topic: %s", why);
    }
    held = true;
    heldUntil = System.nanoTime() + parts.settings().pause().toNanos();
    consumer.pause(consumer.assignment());
  }

  /** Looks where the store is now, and goes on from there. */
  private void release() {
    @Nullable Map<Integer, Long> offsets = offsets();
    if (offsets == null) {
      hold("offsets cannot be read");
      return;
    }
    held = false;
    place(consumer.assignment(), offsets);
    consumer.resume(consumer.assignment());
  }

  private void place(Collection<TopicPartition> partitions, Map<Integer, Long> offsets) {
    for (TopicPartition partition : partitions) {
      @Nullable Long next = offsets.get(partition.partition());
      if (next == null) {
        stored.remove(partition.partition());
        consumer.seekToBeginning(List.of(partition));
      } else {
        stored.put(partition.partition(), next);
        consumer.seek(partition, next);
      }
    }
  }

  private @Nullable Map<Integer, Long> offsets() {
    return parts
        .store()
        .offsets(topicId)
        .map(TopicShare::known)
        .onFailure()
        .recoverWithNull()
        .await()
        .indefinitely();
  }

  private static @Nullable Map<Integer, Long> known(Map<Integer, Long> offsets) {
    return offsets;
  }

  /** Records that are missing between what was folded and what comes now were deleted. */
  private void notice(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<Integer, Long> next = new HashMap<>(stored);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      @Nullable Long expected = next.put(record.partition(), record.offset() + 1);
      if (expected != null && record.offset() > expected) {
        long gone = record.offset() - expected;
        parts.meters().gone(gone);
        Log.errorf("%d records of partition %d were gone", gone, record.partition());
      }
    }
  }

  private long lag() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }
}
