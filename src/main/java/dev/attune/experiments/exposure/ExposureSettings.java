package dev.attune.experiments.exposure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How exposures are kept. */
@ConfigMapping(prefix = "attune.exposures")
interface ExposureSettings {
  /**
   * Units whose exposures may wait to be written; what comes on top is counted, and taken when the
   * unit is exposed again.
   */
  @WithDefault("20000")
  int queue();
}
