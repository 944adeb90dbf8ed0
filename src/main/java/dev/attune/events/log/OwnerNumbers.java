package dev.attune.events.log;

import java.util.Arrays;

/**
 * Numbers for owners' keys in the order in which they are seen first. Keys are told apart by 64
 * bits of hash, at 12 bytes a place and at most two places an owner: of ten million owners two
 * share a number once in 370,000 logs.
 */
final class OwnerNumbers {
  private long[] hashes = new long[1 << 10];
  private int[] numbers = new int[1 << 10];
  private int[] own = new int[1 << 9];
  private int count;

  /** The key's number, a new one where it was not seen before. */
  int of(String key) {
    long hash = KeyHash.of(key);
    int place = place(hash);
    if (hashes[place] != hash) {
      if (2 * (count + 1) > hashes.length) {
        grow();
        place = place(hash);
      }
      hashes[place] = hash;
      numbers[place] = count;
      own = count < own.length ? own : Arrays.copyOf(own, 2 * count);
      own[count++] = key.hashCode();
    }
    return numbers[place];
  }

  int count() {
    return count;
  }

  /** What the key of a number has as its own hash. */
  int hashOf(int number) {
    return own[number];
  }

  private int place(long hash) {
    int place = (int) hash & (hashes.length - 1);
    while (hashes[place] != 0 && hashes[place] != hash) {
      place = (place + 1) & (hashes.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] old = hashes;
    int[] had = numbers;
    hashes = new long[2 * old.length];
    numbers = new int[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int place = place(old[i]);
        hashes[place] = old[i];
        numbers[place] = had[i];
      }
    }
  }
}
