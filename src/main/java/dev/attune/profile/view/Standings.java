package dev.attune.profile.view;

import dev.attune.profile.Lifecycle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Where somebody with such orders stands with the shop, by the shop's settings. */
@ApplicationScoped
public class Standings {
  private final ProfileSettings settings;

  Standings(ProfileSettings settings) {
    this.settings = settings;
  }

  /**
   * Of somebody who was here before.
   *
   * @param spentMinor in minor units by currency code
   */
  public Lifecycle of(int orders, Map<String, Long> spentMinor, Duration silence) {
    return new Standing(true, orders, spentMinor, silence).lifecycle(settings);
  }
}
