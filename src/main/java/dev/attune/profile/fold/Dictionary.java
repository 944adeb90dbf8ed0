package dev.attune.profile.fold;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The texts of one state, each written once, in order: a UUID as its 16 bytes, any other text
 * without the bytes that it shares with the one before.
 */
final class Dictionary {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final String[] texts;

  private Dictionary(String[] texts) {
    this.texts = texts;
  }

  static Dictionary of(Collection<String> distinct) {
    String[] texts = distinct.toArray(String[]::new);
    Arrays.sort(texts);
    return new Dictionary(texts);
  }

  /** Where the text stands; what is not there has a negative place. */
  int place(String text) {
    return Arrays.binarySearch(texts, text);
  }

  void writeTo(Bytes out) {
    out.number(texts.length);
    byte[] previous = {};
    for (String text : texts) {
      previous = write(text, previous, out);
    }
  }

  /**
   * Writes one text behind another.
   *
   * @param previous the bytes of the other, none at all of a UUID
   * @return its bytes, as the next text needs them
   */
  static byte[] write(String text, byte[] previous, Bytes out) {
    if (text.length() == 36 && UUID_TEXT.matcher(text).matches()) {
      UUID uuid = UUID.fromString(text);
      out.number(1);
      out.fixed(uuid.getMostSignificantBits());
      out.fixed(uuid.getLeastSignificantBits());
      return new byte[0];
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int mismatch = Arrays.mismatch(previous, bytes);
    int shared = mismatch < 0 ? bytes.length : mismatch;
    out.number((long) shared << 1);
    out.number(bytes.length - shared);
    out.part(bytes, shared, bytes.length);
    return bytes;
  }

  static String[] read(ByteSource in) {
    String[] texts = new String[in.size()];
    byte[] previous = {};
    for (int i = 0; i < texts.length; i++) {
      int head = in.size();
      if (head == 1) {
        texts[i] = new UUID(in.fixed(), in.fixed()).toString();
        previous = new byte[0];
      } else {
        int shared = head >> 1;
        byte[] bytes = Arrays.copyOf(previous, shared + in.size());
        in.into(bytes, shared);
        texts[i] = new String(bytes, StandardCharsets.UTF_8);
        previous = bytes;
      }
    }
    return texts;
  }
}
