package dev.attune.profile.fold;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Goes through the texts of a state without making strings of them. */
final class Texts {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final ByteSource in;
  private final int count;
  private byte[] text = new byte[128];
  private int length;
  private boolean uuid = true;
  private byte[] before = new byte[128];
  private int shareable;

  Texts(ByteSource in) {
    this.in = in;
    this.count = in.size();
  }

  /** Goes past all texts; returns how many there are. */
  static int skip(ByteSource in) {
    int count = in.size();
    for (int left = count; left > 0; left--) {
      in.pass(in.size() == 1 ? 2 * Long.BYTES : in.size());
    }
    return count;
  }

  int count() {
    return count;
  }

  /** Goes to the next text. */
  void next() {
    byte[] free = before;
    before = text;
    shareable = uuid ? 0 : length;
    text = free;
    int head = in.size();
    uuid = head == 1;
    if (uuid) {
      length = 0;
      hex(in.fixed());
      hex(in.fixed());
    } else {
      int shared = head >> 1;
      int more = in.size();
      length = shared + more;
      if (length > text.length) {
        text = new byte[2 * length];
      }
      System.arraycopy(before, 0, text, 0, shared);
      in.into(text, shared, more);
    }
  }

  private void hex(long half) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      if (length == 8 || length == 13 || length == 18 || length == 23) {
        text[length++] = '-';
      }
      text[length++] = HEX[(int) (half >>> shift) & 0xF];
    }
  }

  /** In bytes. */
  int length() {
    return length;
  }

  /** As strings compare. */
  int compareTo(String other) {
    int both = Math.min(length, other.length());
    for (int i = 0; i < both; i++) {
      if (text[i] < 0) {
        return text().compareTo(other);
      }
      int difference = text[i] - other.charAt(i);
      if (difference != 0) {
        return difference;
      }
    }
    return length - other.length();
  }

  String text() {
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  /** The bytes of the text before, of which the next one may share the first ones. */
  byte[] before() {
    return Arrays.copyOf(before, shareable);
  }

  /** The bytes of this text, of which the next one may share the first ones. */
  byte[] shared() {
    return Arrays.copyOf(text, uuid ? 0 : length);
  }
}
