package dev.attune.ingest.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which way events go. */
@ConfigMapping(prefix = "attune.events")
public interface ChannelSettings {
  /** {@code kafka} where replicas share the work of folding. */
  @WithDefault("direct")
  Way channel();

  /** Named here because a prefix knows all of its settings. */
  Health health();

  /** When the stream's health is looked at. */
  interface Health {
    /** As the schedule reads it. */
    @WithDefault("15m")
    String every();
  }

  /** A way from the collector to the log. */
  enum Way {
    /** One transaction, then the answer. */
    DIRECT,
    /** The broker's acknowledgement, then the answer; the effect follows. */
    KAFKA
  }
}
