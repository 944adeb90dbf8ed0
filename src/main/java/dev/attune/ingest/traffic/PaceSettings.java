package dev.attune.ingest.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * The pace that no person keeps. One full minute alone is none: an app that was offline sends what
 * it gathered at once, and a page may show a hundred products.
 */
@ConfigMapping(prefix = "attune.bots")
public interface PaceSettings {
  /** More events of one visitor in a minute are no person's. */
  @WithDefault("120")
  int perMinute();

  /** So many such minutes make a bot. */
  @WithDefault("3")
  int minutes();

  /** Within so much time. */
  @WithDefault("2h")
  Duration within();

  /** How often it is looked for. */
  @WithDefault("10m")
  Duration every();
}
