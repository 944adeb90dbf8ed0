package dev.attune.decision.explore;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what is shown serves to learn. */
@ConfigMapping(prefix = "attune.explore")
public interface ExploreSettings {
  /** The share of lists in which one place goes to something little known, 0 to 1. */
  @WithDefault("0.05")
  double share();
}
