package dev.attune.privacy;

import dev.attune.privacy.Consent.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Consent as other tools write it: the categories that a consent banner has, by name. Categories
 * that are about nothing the gateway does, such as advertising, are passed over.
 */
@ApplicationScoped
public class ConsentCategories {
  private static final Map<String, Purpose> USUAL =
      Map.of(
          "personalization", Purpose.PERSONALIZATION,
          "personalisation", Purpose.PERSONALIZATION,
          "functional", Purpose.PERSONALIZATION,
          "analytics", Purpose.ANALYTICS,
          "performance", Purpose.ANALYTICS,
          "marketing", Purpose.MARKETING_EMAIL,
          "marketingEmail", Purpose.MARKETING_EMAIL,
          "email", Purpose.MARKETING_EMAIL);

  private final Map<String, Purpose> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ConsentCategories(ConsentSettings settings) {
    byName.putAll(USUAL);
    byName.putAll(settings.categories());
  }

  /** What these preferences allow; where two names of one purpose differ, it is denied. */
  public Map<Purpose, State> read(Map<String, Boolean> preferences) {
    Map<Purpose, State> chosen = new EnumMap<>(Purpose.class);
    preferences.forEach(
        (name, allowed) -> {
          Purpose purpose = byName.get(name.strip());
          if (purpose != null) {
            State state = allowed ? State.GRANTED : State.DENIED;
            chosen.merge(purpose, state, (a, b) -> a == State.DENIED ? a : b);
          }
        });
    return chosen;
  }
}
