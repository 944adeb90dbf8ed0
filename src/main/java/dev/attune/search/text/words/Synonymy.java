package dev.attune.search.text.words;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Other words for the same, found by the stems of what was typed. */
public final class Synonymy {
  /** In words; longer phrases have no synonyms. */
  public static final int LONGEST = 4;

  private final ShopAnalyzer words;

  /** By the stems of a phrase those of its synonyms, with how they are written. */
  private final Map<String, Map<String, String>> others = new HashMap<>();

  /** The words that mean the same in this language in most shops. */
  public Synonymy(Locale locale) {
    Language language = Language.of(locale);
    words = ShopAnalyzer.asking(language);
    KnownSynonyms.of(language).forEach(group -> add(group, group));
  }

  /** Lets each of these phrases stand for all of the others. */
  public Synonymy add(List<String> phrases, List<String> standFor) {
    for (String phrase : phrases) {
      String key = key(phrase);
      for (String other : standFor) {
        String stems = key(other);
        if (!key.isEmpty() && !stems.isEmpty() && !key.equals(stems)) {
          others.computeIfAbsent(key, any -> new LinkedHashMap<>()).putIfAbsent(stems, other);
        }
      }
    }
    return this;
  }

  private String key(String phrase) {
    return String.join(" ", words.words(phrase));
  }

  /** The other ways to say these stems: stems joined by spaces, and how they are written. */
  public Map<String, String> others(List<String> stems) {
    return others.getOrDefault(String.join(" ", stems), Map.of());
  }
}
