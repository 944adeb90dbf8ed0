package dev.attune.search.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds in a name the words for the thing itself and not for what it belongs to: {@code cover} in
 * {@code keyboard cover}, {@code charger} in {@code charger for a phone}. In compounds of nouns the
 * last one is the thing (head-final: English, German, Dutch), elsewhere the first.
 */
public final class Heads {
  /** How far behind a word the thing may be named that it belongs to. */
  private static final int REACH = 2;

  private static final int MOST_WORDS = 60;
  private static final Pattern BREAK = Pattern.compile("[,;:()\\[\\]|/+]| [-–—] |\\d+");
  private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What belongs to other things: cases, power, cables, fixtures, supplies, parts. */
  private static final Set<String> BELONGINGS =
      Set.of(
          "accessories",
          "accessory",
          "adapter",
          "adapters",
          "adaptor",
          "arm",
          "backpack",
          "bag",
          "bags",
          "band",
          "base",
          "batteries",
          "battery",
          "belt",
          "box",
          "bracket",
          "brush",
          "bulb",
          "cable",
          "cables",
          "card",
          "carrier",
          "cart",
          "cartridge",
          "cartridges",
          "case",
          "cases",
          "charger",
          "chargers",
          "cleaner",
          "clip",
          "cloth",
          "cooler",
          "cooling",
          "cord",
          "cover",
          "covers",
          "cradle",
          "cushion",
          "dock",
          "docking",
          "drum",
          "enclosure",
          "feet",
          "film",
          "filter",
          "filters",
          "frame",
          "guard",
          "handle",
          "hinge",
          "holder",
          "holders",
          "holster",
          "hose",
          "ink",
          "kit",
          "kits",
          "lamp",
          "lead",
          "lens",
          "lid",
          "light",
          "lock",
          "locks",
          "mat",
          "memory",
          "module",
          "mount",
          "mounting",
          "mounts",
          "pad",
          "pads",
          "part",
          "parts",
          "pen",
          "pole",
          "pouch",
          "protector",
          "protectors",
          "rack",
          "refill",
          "remote",
          "replacement",
          "rest",
          "roller",
          "screen",
          "security",
          "shell",
          "skin",
          "skins",
          "sleeve",
          "sleeves",
          "slipcase",
          "spare",
          "stand",
          "stands",
          "station",
          "sticker",
          "strap",
          "straps",
          "stylus",
          "supply",
          "support",
          "table",
          "tape",
          "tip",
          "toner",
          "tray",
          "tripod",
          "trolley",
          "warranty",
          "wrap");

  private static final Set<String> FOR =
      Set.of("for", "fits", "für", "fur", "pour", "para", "per", "voor", "compatible");
  private static final Set<String> WITH =
      Set.of("with", "w", "incl", "including", "mit", "avec", "con", "met");

  private final Language language;

  public Heads(Language language) {
    this.language = language;
  }

  /** Those words of a name, as they are written, lower case. */
  public List<String> of(String name) {
    List<String> heads = new ArrayList<>();
    boolean belongs = false;
    boolean extra = false;
    int words = 0;
    for (String part : BREAK.split(name.toLowerCase(Locale.ROOT))) {
      String[] said = GAP.split(part.strip());
      for (int i = 0; i < said.length && words < MOST_WORDS; i++, words++) {
        belongs = belongs || FOR.contains(said[i]);
        extra = extra || WITH.contains(said[i]);
        boolean thing = !belongs || BELONGINGS.contains(said[i]);
        if (thing && !extra && !said[i].isEmpty() && !modifies(said, i)) {
          heads.add(said[i]);
        }
      }
    }
    return heads;
  }

  private boolean modifies(String[] said, int word) {
    if (language.headFirst()) {
      return false;
    }
    for (int next = word + 1; next < said.length && next <= word + REACH; next++) {
      if (FOR.contains(said[next]) || WITH.contains(said[next])) {
        return false;
      }
      if (BELONGINGS.contains(said[next])) {
        return true;
      }
    }
    return false;
  }
}
