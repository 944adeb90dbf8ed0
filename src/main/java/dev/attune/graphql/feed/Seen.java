package dev.attune.graphql.feed;

import dev.attune.platform.id.GlobalId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What a feed has shown, as sorted hashes of ids in a bounded space: gaps between them are coded
 * after Rice (Golomb-coded sets). Where that would grow too long, hashes lose their last bit. What
 * was shown is always known; a little of what was not passes for shown, and is left out.
 *
 * @param bits of a hash
 * @param hashes sorted, each once
 */
record Seen(int bits, int[] hashes) {
  /** With 200 cards shown, one of 1,300 others passes for shown. */
  static final int MOST_BITS = 18;

  static final int FEWEST_BITS = 8;

  /** Longer would make every request of a long feed larger, in bytes. */
  static final int MOST_BYTES = 1_024;

  static final Seen NOTHING = new Seen(MOST_BITS, new int[0]);

  /** Reads a number of hashes from coded gaps; what is not sorted or too large is refused. */
  static Seen of(int bits, int count, byte[] coded) {
    int low = low(bits, count);
    BitSet in = BitSet.valueOf(coded);
    int[] hashes = new int[count];
    int at = 0;
    long last = -1;
    for (int i = 0; i < count; i++) {
      int zero = in.nextClearBit(at);
      long gap = (long) (zero - at) << low;
      at = zero + 1;
      for (int bit = 0; bit < low; bit++) {
        gap |= in.get(at++) ? 1L << bit : 0;
      }
      last += gap + 1;
      if (last >= 1L << bits) {
        throw new IllegalArgumentException("A hash is too large");
      }
      hashes[i] = (int) last;
    }
    return new Seen(bits, hashes);
  }

  byte[] coded() {
    int low = low(bits, hashes.length);
    BitSet out = new BitSet();
    int at = 0;
    int last = -1;
    for (int hash : hashes) {
      int gap = hash - last - 1;
      last = hash;
      out.set(at, at + (gap >> low));
      at += (gap >> low) + 1;
      for (int bit = 0; bit < low; bit++) {
        out.set(at++, (gap >> bit & 1) == 1);
      }
    }
    return out.toByteArray();
  }

  boolean has(GlobalId id) {
    return Arrays.binarySearch(hashes, hash(id, bits)) >= 0;
  }

  /** Whether everything passes for shown. */
  boolean isFull() {
    return hashes.length == 1 << bits;
  }

  Seen and(GlobalId id) {
    int hash = hash(id, bits);
    int place = Arrays.binarySearch(hashes, hash);
    if (place >= 0) {
      return this;
    }
    int[] more = new int[hashes.length + 1];
    int before = -place - 1;
    System.arraycopy(hashes, 0, more, 0, before);
    more[before] = hash;
    System.arraycopy(hashes, before, more, before + 1, hashes.length - before);
    return new Seen(bits, more).bounded();
  }

  private Seen bounded() {
    Seen bounded = this;
    while (bounded.bits > FEWEST_BITS && bounded.size() > MOST_BYTES * Byte.SIZE) {
      int[] shorter = IntStream.of(bounded.hashes).map(hash -> hash >> 1).distinct().toArray();
      bounded = new Seen(bounded.bits - 1, shorter);
    }
    return bounded;
  }

  /** At most so many bits are needed. */
  private long size() {
    int low = low(bits, hashes.length);
    return (long) hashes.length * (1 + low) + ((1L << bits) >> low);
  }

  /** How many bits of a gap are written as they are. */
  private static int low(int bits, int count) {
    int average = (1 << bits) / Math.max(1, count);
    return Math.max(0, Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, average)));
  }

  /** The first bits of a well-mixed hash (the finalizer of MurmurHash3). */
  private static int hash(GlobalId id, int bits) {
    int mixed = id.toString().hashCode();
    mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return (mixed ^ mixed >>> 16) >>> Integer.SIZE - bits;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seen seen && bits == seen.bits && Arrays.equals(hashes, seen.hashes);
  }

  @Override
  public int hashCode() {
    return 31 * bits + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " of " + (1 << bits);
  }
}
