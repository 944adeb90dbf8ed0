package dev.attune.ingest.topic;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients of the brokers, as the settings say; connects to nothing by itself. */
@ApplicationScoped
class Brokers {
  /** Longer would keep requests waiting whose answer is that the brokers are away. */
  private static final int BLOCK_MILLIS = 500;

  /** A replica that was killed is missed for so long: its share waits until then. */
  private static final int SESSION_MILLIS = 6_000;

  private final Map<String, Object> kafka;
  private final TopicSettings settings;

  Brokers(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicSettings settings) {
    this.kafka = Map.copyOf(kafka);
    this.settings = settings;
  }

  KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> config = config();
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
    int patience = (int) settings.acknowledged().toMillis();
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, patience);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, patience / 3));
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** One that keeps no offsets in Kafka and, where ours are gone, begins with what is there. */
  KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> config = config();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.together());
    config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 4);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  Admin admin() {
    return Admin.create(config());
  }

  /**
   * The id that the brokers gave the topic, which is made where there is none.
   *
   * @throws KafkaException where it can be neither found nor made
   */
  String topicId(Admin admin) throws InterruptedException {
    try {
      return described(admin);
    } catch (ExecutionException failure) {
      if (!settings.create() || !(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw new KafkaException("The topic cannot be looked at", failure.getCause());
      }
    }
    NewTopic topic =
        new NewTopic(settings.topic(), Optional.of(settings.partitions()), settings.replication());
    try {
      admin.createTopics(Set.of(topic)).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw new KafkaException("The topic cannot be made", failure.getCause());
      }
    }
    try {
      return described(admin);
    } catch (ExecutionException failure) {
      throw new KafkaException("The topic cannot be looked at yet", failure.getCause());
    }
  }

  /** Deletes what lies before these offsets; says nothing of how it went. */
  void trim(Admin admin, Map<TopicPartition, Long> next) {
    Map<TopicPartition, RecordsToDelete> before =
        next.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, one -> RecordsToDelete.beforeOffset(one.getValue())));
    admin.deleteRecords(before);
  }

  private String described(Admin admin) throws ExecutionException, InterruptedException {
    String topic = settings.topic();
    KafkaFuture<TopicDescription> asked =
        Objects.requireNonNull(admin.describeTopics(Set.of(topic)).topicNameValues().get(topic));
    return asked.get().topicId().toString();
  }

  private Map<String, Object> config() {
    Map<String, Object> config = new HashMap<>(kafka);
    settings
        .bootstrapServers()
        .ifPresent(servers -> config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers));
    return config;
  }
}
