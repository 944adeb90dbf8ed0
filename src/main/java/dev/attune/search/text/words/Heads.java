package dev.attune.search.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds in a name the words for the thing itself and not for what it belongs to: {@code cover} in
 * {@code keyboard cover}, {@code charger} in {@code charger for a phone}. In compounds of nouns the
 * last one is the thing (head-final: English, German, Dutch), elsewhere the first.
 */
public final class Heads {
  /** How far behind a word the thing may be named that it belongs to. */
  private static final int REACH = 2;

  private static final int MOST_WORDS = 60;

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
    for (List<String> said : NameParts.of(name.toLowerCase(Locale.ROOT))) {
      for (int i = 0; i < said.size() && words < MOST_WORDS; i++, words++) {
        String word = said.get(i);
        belongs = belongs || FOR.contains(word);
        extra = extra || WITH.contains(word);
        boolean thing = !belongs || BELONGINGS.contains(word);
        if (thing && !extra && !modifies(said, i)) {
          heads.add(word);
        }
      }
    }
    return heads;
  }

  private boolean modifies(List<String> said, int word) {
    if (language.headFirst()) {
      return false;
    }
    for (int next = word + 1; next < said.size() && next <= word + REACH; next++) {
      if (FOR.contains(said.get(next)) || WITH.contains(said.get(next))) {
        return false;
      }
      if (BELONGINGS.contains(said.get(next))) {
        return true;
      }
    }
    return false;
  }
}
