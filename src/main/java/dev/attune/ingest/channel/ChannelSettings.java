package dev.attune.ingest.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which way events go. */
@ConfigMapping(prefix = "attune.events")
public interface ChannelSettings {
  /** {@code kafka} where replicas share the work of folding. */
  @WithDefault("direct")
  Way channel();

  /** A way from the collector to the log. */
  enum Way {
    /** One transaction, then the answer. */
    DIRECT,
    /** The broker's acknowledgement, then the answer; the effect follows. */
    KAFKA
  }
}
