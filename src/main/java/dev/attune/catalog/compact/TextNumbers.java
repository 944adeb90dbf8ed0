package dev.attune.catalog.compact;

import java.util.Arrays;

/** Numbers short texts as they first appear, from 0. */
public final class TextNumbers {
  private static final int FIRST_SLOTS = 1 << 10;

  private String[] texts = new String[FIRST_SLOTS / 2];
  private int[] hashes = new int[FIRST_SLOTS / 2];
  private int[] slots = new int[FIRST_SLOTS];
  private int size;

  /** The number of the text that stands in a part of the characters. */
  public int of(char[] chars, int from, int to) {
    int hash = hash(chars, from, to);
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0 && !is(slots[slot] - 1, hash, chars, from, to)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slots[slot] != 0 ? slots[slot] - 1 : add(slot, hash, new String(chars, from, to - from));
  }

  private int add(int slot, int hash, String text) {
    texts[size] = text;
    hashes[size] = hash;
    slots[slot] = ++size;
    if (size == texts.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    texts = Arrays.copyOf(texts, size * 2);
    hashes = Arrays.copyOf(hashes, size * 2);
    slots = new int[size * 4];
    for (int number = 0; number < size; number++) {
      int slot = hashes[number] & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number + 1;
    }
  }

  private boolean is(int number, int hash, char[] chars, int from, int to) {
    String text = texts[number];
    if (hashes[number] != hash || text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  private static int hash(char[] chars, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + chars[i];
    }
    hash *= 0x9E3779B9;
    return hash ^ hash >>> 15;
  }

  public int size() {
    return size;
  }

  public String text(int number) {
    return texts[number];
  }
}
