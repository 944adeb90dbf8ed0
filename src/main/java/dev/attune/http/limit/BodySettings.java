package dev.attune.http.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How large the bodies of requests may be. */
@ConfigMapping(prefix = "attune.limits")
public interface BodySettings {
  /** The most bytes of a body, except under the paths that stream. */
  @WithDefault("10M")
  MemorySize body();

  /** Beginnings of paths whose bodies are read as streams, however long they are. */
  @WithDefault("/v1/events/import,/v1/catalog/")
  List<String> streams();
}
