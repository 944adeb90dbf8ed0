package dev.attune.record;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How decisions are kept. */
@ConfigMapping(prefix = "attune.decisions")
interface DecisionSettings {
  /** Decisions that may wait to be written; what comes on top is dropped and counted. */
  @WithDefault("20000")
  int queue();
}
