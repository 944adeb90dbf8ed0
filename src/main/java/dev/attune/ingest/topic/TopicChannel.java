package dev.attune.ingest.topic;

import dev.attune.events.Received;
import dev.attune.ingest.channel.DistantChannel;
import dev.attune.ingest.channel.Sending;
import dev.attune.ingest.channel.Taken;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to the topic, each keyed by the identifier it came in with, and answers when the
 * brokers have acknowledged all of a request. What was written of a request that fails is written
 * again by its sender and counts once, by its message id.
 *
 * <p>One thread writes, because the client may block while the brokers are away; event loops never
 * do. After a failure requests are refused for a moment without waiting.
 */
@ApplicationScoped
class TopicChannel implements DistantChannel {
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Brokers brokers;
  private final TopicSettings settings;
  private final AtomicInteger waiting = new AtomicInteger();
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "attune-topic-writer");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Producer<byte[], byte[]> producer;
  private volatile long awayUntil = System.nanoTime();

  TopicChannel(Brokers brokers, TopicSettings settings) {
    this.brokers = brokers;
    this.settings = settings;
  }

  @Override
  public Uni<Taken> take(Sending sending) {
    int count = sending.events().size();
    int waits = waiting.addAndGet(count);
    if (waits > settings.queue() && waits > count) {
      waiting.addAndGet(-count);
      return Uni.createFrom()
          .failure(new AttuneException(ErrorCode.OVERLOADED, null, "Send this again in a moment"));
    }
    return Uni.createFrom()
        .<Taken>emitter(
            emitter -> {
              Acknowledgement all = new Acknowledgement(count, emitter);
              writer.execute(() -> write(sending, all));
            })
        .onTermination()
        .invoke(() -> waiting.addAndGet(-count))
        .emitOn(caller());
  }

  int waiting() {
    return waiting.get();
  }

  private void write(Sending sending, Acknowledgement all) {
    if (awayUntil - System.nanoTime() > 0) {
      all.fail(new KafkaException("The brokers were away a moment ago"));
      return;
    }
    List<Header> headers = List.of(new RecordHeader(Envelope.HEADER, Envelope.of(sending).bytes()));
    for (Received event : sending.events()) {
      if (all.failed()) {
        return;
      }
      write(
          new ProducerRecord<>(
              settings.topic(),
              null,
              event.origin().key().getBytes(StandardCharsets.UTF_8),
              event.body().getBytes(StandardCharsets.UTF_8),
              headers),
          all);
    }
  }

  private void write(ProducerRecord<byte[], byte[]> record, Acknowledgement all) {
    try {
      producer()
          .send(
              record,
              (place, failure) -> {
                if (failure == null) {
                  all.one();
                } else {
                  away(failure, all);
                }
              });
    } catch (KafkaException failure) {
      away(failure, all);
    }
  }

  private void away(Throwable failure, Acknowledgement all) {
    awayUntil = System.nanoTime() + settings.pause().toNanos();
    all.fail(failure);
  }

  /** Of the writing thread. */
  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = brokers.producer();
      producer = open;
    }
    return open;
  }

  void stop(@Observes ShutdownEvent stopped) {
    writer.execute(
        () -> {
          if (producer != null) {
            producer.close(CLOSING);
          }
        });
    writer.shutdown();
  }

  /** Where the caller goes on: its own context, not the client's thread. */
  private static Executor caller() {
    Context context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
  }
}
