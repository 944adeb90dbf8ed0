package dev.attune.catalog.compact;

/**
 * Finds a place by its key, four to eight bytes a key: a table of places with open addressing. The
 * keys themselves stay where the places are.
 */
public final class KeyTable {
  /** Of the slots at most one half are taken, so that two or three looks find a key. */
  private static final int SPARE = 2;

  private static final int NOWHERE = -1;

  private final int[] slots;

  /** Says what the keys of places are. */
  @FunctionalInterface
  public interface Keys {
    boolean has(int place, String key);
  }

  /**
   * @param keys how many keys there will be at most
   */
  public KeyTable(int keys) {
    slots = new int[Integer.highestOneBit(Math.max(1, keys * SPARE - 1)) * 2];
  }

  /** Adds a key; a place that had it before loses it to this one. */
  public void put(String key, int place, Keys keys) {
    slots[slot(key, keys)] = place + 1;
  }

  /** Adds a key unless a place has it. */
  public void putIfAbsent(String key, int place, Keys keys) {
    int slot = slot(key, keys);
    if (slots[slot] == 0) {
      slots[slot] = place + 1;
    }
  }

  /** The place that has this key, -1 for none. */
  public int find(String key, Keys keys) {
    int taken = slots[slot(key, keys)];
    return taken == 0 ? NOWHERE : taken - 1;
  }

  private int slot(String key, Keys keys) {
    int hash = key.hashCode() * 0x9E3779B9;
    int slot = (hash ^ hash >>> 15) & slots.length - 1;
    while (slots[slot] != 0 && !keys.has(slots[slot] - 1, key)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
