package dev.attune.privacy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;

/** How the shop treats people who have not chosen, and how it reads what they chose elsewhere. */
@ConfigMapping(prefix = "attune.consent")
public interface ConsentSettings {
  /** What holds for somebody without a choice. */
  @WithName("default")
  @WithDefault("GRANTED")
  Consent.State byDefault();

  /** The same for one market, by its name or its country: {@code attune.consent.markets.DE}. */
  Map<String, Consent.State> markets();

  /**
   * The purpose that a category of {@code context.consent.categoryPreferences} is about, by its
   * name; beside the usual names of the three purposes.
   */
  Map<String, Purpose> categories();
}
