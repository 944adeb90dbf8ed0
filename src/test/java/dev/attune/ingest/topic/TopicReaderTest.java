package dev.attune.ingest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.ingest.channel.ChannelSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class TopicReaderTest {
  private final CountDownLatch asked = new CountDownLatch(3);
  private final TopicSettings settings = new Settings();

  @Test
  void goesOnAfterWhatNobodyExpected() throws InterruptedException {
    TopicMeters meters = new TopicMeters(new SimpleMeterRegistry());
    TopicReader reader =
        new TopicReader(
            new Kafka(),
            new Broken(),
            new TopicChannel(new Broken(), settings),
            new TopicFolding(null, null, null, meters, null),
            new PgTopicStore(null, null, settings),
            settings,
            meters);
    reader.begin();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    reader.stop(new ShutdownEvent());
  }

  /** Fails as code does that has a mistake, and then as brokers do that are away. */
  private final class Broken extends Brokers {
    Broken() {
      super(Map.of(), settings);
    }

    @Override
    Admin admin() {
      asked.countDown();
      throw asked.getCount() > 1
          ? new IllegalStateException("a mistake")
          : new KafkaException("away");
    }
  }

  private static final class Kafka implements ChannelSettings {
    @Override
    public Way channel() {
      return Way.KAFKA;
    }

    @Override
    public Health health() {
      return () -> "24h";
    }
  }

  private static final class Settings implements TopicSettings {
    @Override
    public Optional<String> bootstrapServers() {
      return Optional.empty();
    }

    @Override
    public String topic() {
      return "trt";
    }

    @Override
    public String group() {
      return "trt";
    }

    @Override
    public boolean create() {
      return false;
    }

    @Override
    public int partitions() {
      return 1;
    }

    @Override
    public Optional<Short> replication() {
      return Optional.empty();
    }

    @Override
    public boolean trim() {
      return false;
    }

    @Override
    public int queue() {
      return 10;
    }

    @Override
    public int together() {
      return 10;
    }

    @Override
    public Duration acknowledged() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration pause() {
      return Duration.ofMillis(1);
    }
  }
}
