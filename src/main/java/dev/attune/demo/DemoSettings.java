package dev.attune.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whether an empty gateway fills itself with the demo shop, and how busy that shop was. */
@ConfigMapping(prefix = "attune.demo")
interface DemoSettings {
  /** Without it, where both stores are embedded ones. */
  Optional<Boolean> enabled();

  /** Simulated shoppers. */
  @WithDefault("600")
  int shoppers();

  /** Days of traffic, up to the last midnight. */
  @WithDefault("120")
  int days();
}
