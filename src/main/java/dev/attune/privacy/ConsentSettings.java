package dev.attune.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** How the shop treats people who have not chosen. */
@ConfigMapping(prefix = "attune.consent")
public interface ConsentSettings {
  /** What holds for somebody without a choice. */
  @WithName("default")
  @WithDefault("GRANTED")
  Consent.State byDefault();
}
