package dev.attune.http.ofrep;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may ask for flags. */
@ConfigMapping(prefix = "attune.flags")
public interface FlagSettings {
  /**
   * The storefronts whose pages may ask from browsers, {@code https://shop.example}; {@code *} for
   * all, which is safe because write keys are public. Cookies are never taken across.
   */
  @WithDefault("*")
  Optional<List<String>> origins();
}
