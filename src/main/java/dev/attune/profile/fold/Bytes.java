package dev.attune.profile.fold;

import java.util.Arrays;

/** A growing row of bytes with integers of variable length, seven bits to a byte, lowest first. */
final class Bytes {
  private byte[] bytes = new byte[512];
  private int length;

  void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      octet((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
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

  void all(byte[] source, int from) {
    part(source, from, source.length);
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
