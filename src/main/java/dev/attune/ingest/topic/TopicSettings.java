package dev.attune.ingest.topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * The topic of events. Everything else that Kafka's clients can be told, such as where the brokers
 * are and how to log in, are their own settings below {@code kafka.}: {@code
 * KAFKA_BOOTSTRAP_SERVERS}, {@code KAFKA_SECURITY_PROTOCOL}.
 */
@ConfigMapping(prefix = "attune.events.kafka")
public interface TopicSettings {
  /** {@code host:port}, separated by commas; without it {@code kafka.bootstrap.servers} holds. */
  Optional<String> bootstrapServers();

  /** Its name. */
  @WithDefault("attune-events")
  String topic();

  /** The replicas of one shop are one group. */
  @WithDefault("attune")
  String group();

  /** Whether the gateway makes the topic where there is none. */
  @WithDefault("true")
  boolean create();

  /** Of a topic that it makes: at least as many as there will ever be replicas. */
  @WithDefault("12")
  int partitions();

  /** Of a topic that it makes: brokers that hold each record; the brokers' default without it. */
  Optional<Short> replication();

  /** Whether records are deleted from the topic when their effect is in the store. */
  @WithDefault("true")
  boolean trim();

  /** The most events that wait for the brokers' acknowledgement; more are told to come again. */
  @WithDefault("20000")
  int queue();

  /** The most events that are folded in one transaction. */
  @WithDefault("1000")
  int together();

  /** How long brokers may take to acknowledge an event before its sender is told to try again. */
  @WithDefault("10s")
  Duration acknowledged();

  /** How long to wait after the store, or the brokers, could not be reached. */
  @WithDefault("1s")
  Duration pause();
}
