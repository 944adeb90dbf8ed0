package dev.attune.ingest.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How requests share transactions. */
@ConfigMapping(prefix = "attune.ingest")
public interface SharingSettings {
  /** The most transactions at a time; as many for requests that fill one by themselves. */
  @WithDefault("4")
  int writers();

  /** The most events of several requests in one transaction; a request is never divided. */
  @WithDefault("1000")
  int together();

  /**
   * The most events that wait for a transaction, and as many of requests that fill one by
   * themselves; more are told to come again.
   */
  @WithDefault("20000")
  int queue();
}
