package dev.attune.models.compact;

import java.util.Arrays;

/**
 * Numbers for terms in the order in which they first come, and how many products have each. A term
 * is kept as a hash of 64 bits: of ten million terms two are taken for one once in 370,000
 * catalogs.
 */
final class TermNumbers {
  private static final int FREE = 0;

  private long[] hashes = new long[1024];
  private int[] numbers = new int[1024];
  private int[] holders = new int[512];
  private float[] weights = new float[512];
  private int size;

  /** The term's number, counting one product more that has it. */
  int count(String term, double weight) {
    long hash = hash(term);
    int slot = slot(hashes, numbers, hash);
    if (numbers[slot] == FREE) {
      hashes[slot] = hash;
      numbers[slot] = ++size;
      if (size > holders.length) {
        holders = Arrays.copyOf(holders, size * 2);
        weights = Arrays.copyOf(weights, size * 2);
      }
      weights[size - 1] = (float) weight;
    }
    int number = numbers[slot] - 1;
    holders[number]++;
    if (size * 2 > hashes.length) {
      grow();
    }
    return number;
  }

  /** How many products have the term. */
  int holders(int number) {
    return holders[number];
  }

  /** What the term was said to weigh when it first came. */
  float weight(int number) {
    return weights[number];
  }

  int size() {
    return size;
  }

  private static int slot(long[] hashes, int[] numbers, long hash) {
    int slot = (int) (hash ^ hash >>> 32) & hashes.length - 1;
    while (numbers[slot] != FREE && hashes[slot] != hash) {
      slot = slot + 1 & hashes.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] wider = new long[hashes.length * 2];
    int[] moved = new int[wider.length];
    for (int i = 0; i < hashes.length; i++) {
      if (numbers[i] != FREE) {
        int slot = slot(wider, moved, hashes[i]);
        wider[slot] = hashes[i];
        moved[slot] = numbers[i];
      }
    }
    hashes = wider;
    numbers = moved;
  }

  /** FNV-1a of 64 bits, its bits mixed as MurmurHash3 ends. */
  private static long hash(String term) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < term.length(); i++) {
      hash = (hash ^ term.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
