package dev.attune.profile.fold;

import java.util.Arrays;

/** A growing row of bytes with integers of variable length, seven bits to a byte, lowest first. */
final class Bytes {
  /** Bytes of the longest number. */
  private static final int LONGEST = 10;

  private byte[] bytes;
  private int length;

  Bytes() {
    this(512);
  }

  /**
   * @param expected bytes, at least 16
   */
  Bytes(int expected) {
    bytes = new byte[expected];
  }

  void number(long value) {
    if (length + LONGEST > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A number that may be negative. */
  void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  void fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      octet((int) (value >>> shift));
    }
  }

  void octet(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
  }

  /** All that the other has so far. */
  void all(Bytes other) {
    part(other.bytes, 0, other.length);
  }

  /** The bytes of the source from one place to before another. */
  void part(byte[] source, int from, int to) {
    int needed = length + to - from;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
    System.arraycopy(source, from, bytes, length, to - from);
    length = needed;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }
}
