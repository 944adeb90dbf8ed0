package dev.attune.models.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Models that were learned elsewhere. */
@ConfigMapping(prefix = "attune.models.load")
public interface LoadSettings {
  /** The file to load them from; without one the gateway learns from its own log. */
  Optional<Path> file();

  /** Whether models are made by themselves, of the file or of the log; commands need none. */
  @WithDefault("true")
  boolean enabled();
}
