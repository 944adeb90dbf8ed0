package dev.attune.privacy;

import dev.attune.privacy.Consent.State;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Consent as other tools write it: the categories that a consent banner has, by name or by
 * OneTrust's numbers. Of a category that is about advertising a denial counts, and where all is
 * denied that the banner asks for, everything is.
 */
@ApplicationScoped
public class ConsentCategories {
  private static final Map<Purpose, String> USUAL =
      Map.of(
          Purpose.PERSONALIZATION,
          "personalization personalisation functional functionality preference preferences c0003",
          Purpose.ANALYTICS,
          "analytics analytical statistics statistical performance measurement c0002",
          Purpose.MARKETING_EMAIL,
          "marketing marketingemail emailmarketing email newsletter");

  private static final Set<String> ADVERTISING =
      words(
          "advertising advertisement advertisements ad ads adpersonalization aduserdata targeting"
              + " socialmedia c0004 c0005");

  /** Nobody is asked for these. */
  private static final Set<String> NECESSARY =
      words("necessary strictlynecessary essential required security c0001");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern ENDING = Pattern.compile("(?<=.)(cookies?|storage)$");
  private static final int MOST_WARNINGS = 100;
  private static final int LONGEST_WARNING = 60;

  private final Map<String, Purpose> byName = new HashMap<>();
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  ConsentCategories(ConsentSettings settings) {
    USUAL.forEach((purpose, names) -> words(names).forEach(name -> byName.put(name, purpose)));
    settings.categories().forEach((name, purpose) -> byName.put(plain(name), purpose));
  }

  /**
   * What these preferences allow; where two names of one purpose differ, it is denied. Who denies
   * advertising is not personalized for, unless the banner asks for that by itself.
   */
  public Map<Purpose, State> read(Map<String, Boolean> preferences) {
    Map<Purpose, State> chosen = new EnumMap<>(Purpose.class);
    boolean granted = false;
    boolean others = false;
    boolean noAdvertising = false;
    for (Map.Entry<String, Boolean> preference : preferences.entrySet()) {
      String name = plain(preference.getKey());
      boolean allowed = preference.getValue();
      Purpose purpose = byName.get(name);
      if (purpose != null) {
        State state = allowed ? State.GRANTED : State.DENIED;
        chosen.merge(purpose, state, (a, b) -> a == State.DENIED ? a : b);
      } else if (NECESSARY.contains(name)) {
        continue;
      } else if (ADVERTISING.contains(name)) {
        noAdvertising |= !allowed;
      } else {
        warn(preference.getKey());
      }
      granted |= allowed;
      others |= purpose == null;
    }
    if (others && !granted) {
      ConsentChoice.all(State.DENIED).chosen().forEach(chosen::putIfAbsent);
    } else if (noAdvertising) {
      chosen.putIfAbsent(Purpose.PERSONALIZATION, State.DENIED);
    }
    return chosen;
  }

  private void warn(String name) {
    String shown = name.substring(0, Math.min(LONGEST_WARNING, name.length()));
    if (warned.size() < MOST_WARNINGS && warned.add(shown)) {
      Log.warnf(
          "Events bring consent for a category that is not known, '%s': set"
              + " attune.consent.categories to say which purpose it is about",
          shown.replaceAll("\\p{Cntrl}", "?"));
    }
  }

  /** Letters and digits, without what banners and Google's consent mode put behind them. */
  private static String plain(String name) {
    String letters = NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    return ENDING.matcher(letters).replaceFirst("");
  }

  private static Set<String> words(String names) {
    return Set.copyOf(Arrays.asList(names.split(" ")));
  }
}
