package dev.attune.privacy;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody chose; null for a purpose that they said nothing about. */
public record ConsentChoice(
    Consent.@Nullable State personalization,
    Consent.@Nullable State analytics,
    Consent.@Nullable State marketingEmail) {

  /** The same choice for every purpose. */
  public static ConsentChoice all(Consent.State state) {
    return new ConsentChoice(state, state, state);
  }

  /** The purposes that something was said about. */
  public Map<Purpose, Consent.State> chosen() {
    Map<Purpose, Consent.State> chosen = new EnumMap<>(Purpose.class);
    if (personalization != null) {
      chosen.put(Purpose.PERSONALIZATION, personalization);
    }
    if (analytics != null) {
      chosen.put(Purpose.ANALYTICS, analytics);
    }
    if (marketingEmail != null) {
      chosen.put(Purpose.MARKETING_EMAIL, marketingEmail);
    }
    return chosen;
  }
}
