package dev.attune.search.text.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** What a word says of those around it. */
  private enum Role {
    FOR,
    WITH,
    BELONGING,
    NONE
  }

  private static final Map<String, Role> ROLES = roles();

  private final Language language;

  public Heads(Language language) {
    this.language = language;
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new HashMap<>();
    BELONGINGS.forEach(word -> roles.put(word, Role.BELONGING));
    WITH.forEach(word -> roles.put(word, Role.WITH));
    FOR.forEach(word -> roles.put(word, Role.FOR));
    return roles;
  }

  /** Those words of a name, as they are written, lower case. */
  public List<String> of(String name) {
    List<String> heads = new ArrayList<>();
    boolean belongs = false;
    boolean extra = false;
    int words = 0;
    for (List<String> said : NameParts.of(name.toLowerCase(Locale.ROOT))) {
      Role[] roles = new Role[said.size()];
      Arrays.setAll(roles, i -> ROLES.getOrDefault(said.get(i), Role.NONE));
      for (int i = 0; i < roles.length && words < MOST_WORDS; i++, words++) {
        belongs = belongs || roles[i] == Role.FOR;
        extra = extra || roles[i] == Role.WITH;
        boolean thing = !belongs || roles[i] == Role.BELONGING;
        if (thing && !extra && !modifies(roles, i)) {
          heads.add(said.get(i));
        }
      }
    }
    return heads;
  }

  private boolean modifies(Role[] roles, int word) {
    if (language.headFirst()) {
      return false;
    }
    for (int next = word + 1; next < roles.length && next <= word + REACH; next++) {
      if (roles[next] != Role.NONE) {
        return roles[next] == Role.BELONGING;
      }
    }
    return false;
  }
}
