package dev.attune.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The names that the header {@code Attune-Market} knows, beside ISO countries. */
@ConfigMapping(prefix = "attune.markets")
public interface MarketSettings {
  @WithParentName
  Map<String, Named> markets();

  /** One market; what it does not say is as without a header. */
  interface Named {
    /** ISO 3166-1 alpha-2. */
    Optional<String> country();

    /** ISO 4217. */
    Optional<String> currency();

    /** BCP 47. */
    Optional<String> locale();
  }
}
