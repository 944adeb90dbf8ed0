package dev.attune.catalog.absence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When it is worth saying that a product is back in stock. Both are stated guesses. */
@ConfigMapping(prefix = "attune.back-in-stock")
public interface BackInStockSettings {
  /** Who was away for less was not missed: a weekend between two deliveries is shorter. */
  @WithDefault("P3D")
  Duration after();

  /** For so long it is news: most who buy in a shop at all come by within two weeks. */
  @WithDefault("P14D")
  Duration shownFor();
}
