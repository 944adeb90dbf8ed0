package dev.attune.http.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How histories are imported. */
@ConfigMapping(prefix = "attune.history")
public interface HistorySettings {
  /** Events that are stored in one transaction. */
  @WithDefault("1000")
  int batch();

  /** The most imports at a time; more are told to come again with 429. */
  @WithDefault("4")
  int imports();

  /** Transactions of one import at a time, while it reads on. */
  @WithDefault("2")
  int atOnce();

  /** Lines from one progress line of the answer to the next. */
  @WithDefault("10000")
  int progress();
}
