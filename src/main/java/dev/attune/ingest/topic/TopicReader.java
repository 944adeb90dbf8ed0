package dev.attune.ingest.topic;

import dev.attune.ingest.channel.ChannelSettings;
import dev.attune.ingest.channel.ChannelSettings.Way;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * The thread that folds this replica's share of the topic, for as long as the gateway runs. Where
 * the settings name another way it is never started, and no broker is asked for anything.
 */
@ApplicationScoped
class TopicReader {
  private static final Duration STOPPING = Duration.ofSeconds(15);

  /** How often folded records are deleted from the topic. */
  private static final Duration TRIM_EVERY = Duration.ofSeconds(30);

  private final ChannelSettings channel;
  private final Brokers brokers;
  private final TopicChannel writing;
  private final Parts parts;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean joined;
  private long trimmedAt = System.nanoTime();

  /** What a share needs. */
  record Parts(
      TopicFolding folding, PgTopicStore store, TopicSettings settings, TopicMeters meters) {}

  TopicReader(
      ChannelSettings channel,
      Brokers brokers,
      TopicChannel writing,
      TopicFolding folding,
      PgTopicStore store,
      TopicSettings settings,
      TopicMeters meters) {
    this.channel = channel;
    this.brokers = brokers;
    this.writing = writing;
    this.parts = new Parts(folding, store, settings, meters);
  }

  void start(@Observes StartupEvent started) {
    if (channel.channel() == Way.KAFKA) {
      parts.meters.show(writing);
      begin();
    }
  }

  void begin() {
    Thread reader = new Thread(this::run, "attune-topic-reader");
    reader.setDaemon(true);
    reader.setUncaughtExceptionHandler((broken, failure) -> again(failure));
    thread = reader;
    reader.start();
  }

  /** Whatever nobody expected ends a thread, but not the reading. */
  private void again(Throwable failure) {
    Log.error("The reader of the topic broke off and begins again", failure);
    try {
      if (!stopping.await(parts.settings.pause().toMillis(), TimeUnit.MILLISECONDS)) {
        begin();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
    stopping.countDown();
    KafkaConsumer<byte[], byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    Thread reader = thread;
    if (reader != null) {
      reader.join(STOPPING.toMillis());
    }
  }

  /** Whether it has found the topic since the gateway started, and goes on reading it. */
  boolean reading() {
    Thread reader = thread;
    return joined && reader != null && reader.isAlive();
  }

  private boolean running() {
    return stopping.getCount() > 0;
  }

  private void run() {
    try {
      while (running()) {
        session();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** From a connection to its loss. */
  private void session() throws InterruptedException {
    try (Admin admin = brokers.admin()) {
      String topicId = brokers.topicId(admin);
      try (KafkaConsumer<byte[], byte[]> open = brokers.consumer()) {
        consumer = open;
        joined = true;
        TopicShare share = new TopicShare(open, topicId, parts);
        open.subscribe(List.of(parts.settings.topic()), share);
        while (running()) {
          share.next();
          trim(admin, share.stored());
        }
      } finally {
        consumer = null;
      }
    } catch (WakeupException stopped) {
      Log.debug("The reader of the topic was woken up");
    } catch (KafkaException failure) {
      Log.warnf("The topic cannot be read: %s", failure);
      stopping.await(parts.settings.pause().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void trim(Admin admin, Map<Integer, Long> stored) {
    long now = System.nanoTime();
    if (parts.settings.trim() && !stored.isEmpty() && now - trimmedAt > TRIM_EVERY.toNanos()) {
      trimmedAt = now;
      Map<TopicPartition, Long> next = new HashMap<>();
      stored.forEach(
          (partition, offset) ->
              next.put(new TopicPartition(parts.settings.topic(), partition), offset));
      brokers.trim(admin, next);
    }
  }
}
