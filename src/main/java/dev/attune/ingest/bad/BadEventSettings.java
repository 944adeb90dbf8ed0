package dev.attune.ingest.bad;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many refused events are kept, and for how long. */
@ConfigMapping(prefix = "attune.bad-events")
public interface BadEventSettings {
  /** How long after they came in. */
  @WithDefault("30d")
  Duration keep();

  /** The most that are kept; the oldest go first. */
  @WithDefault("100000")
  int most();

  /**
   * The most that wait to be written, each KB of a body beyond the first counted as one more; the
   * rest is counted and lost, as its senders were told.
   */
  @WithDefault("5000")
  int queue();
}
