package dev.attune.http.collector;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the collector takes. */
@ConfigMapping(prefix = "attune.collector")
public interface CollectorSettings {
  /** The most bytes of one event, after decompression. */
  @WithDefault("32K")
  MemorySize event();

  /** The most bytes of a batch, before and after decompression. */
  @WithDefault("500K")
  MemorySize batch();

  /**
   * The storefronts whose pages may send events from browsers, {@code https://shop.example}; {@code
   * *} for all, which is safe because write keys are public. Cookies are never taken across.
   */
  @WithDefault("*")
  Optional<List<String>> origins();

  /** The most requests in work; more are told to come again with 429. */
  @WithDefault("512")
  int inFlight();

  /**
   * How long a body may take to come: whoever begins many and ends none would keep all others out.
   */
  @WithDefault("30s")
  Duration patience();

  /** How far a client's clock may be off, the way to here included, without being corrected. */
  @WithDefault("10s")
  Duration clockTolerance();
}
