package dev.attune.profile.fold;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
  private final Map<String, Integer> places;

  private Dictionary(String[] texts) {
    this.texts = texts;
    this.places = new HashMap<>(texts.length * 2);
    for (int i = 0; i < texts.length; i++) {
      places.put(texts[i], i);
    }
  }

  static Dictionary of(Collection<String> distinct) {
    String[] texts = distinct.toArray(String[]::new);
    Arrays.sort(texts);
    return new Dictionary(texts);
  }

  int place(String text) {
    return places.getOrDefault(text, -1);
  }

  void writeTo(Bytes out) {
    out.number(texts.length);
    byte[] previous = {};
    for (String text : texts) {
      if (UUID_TEXT.matcher(text).matches()) {
        UUID uuid = UUID.fromString(text);
        out.number(1);
        out.fixed(uuid.getMostSignificantBits());
        out.fixed(uuid.getLeastSignificantBits());
        previous = new byte[0];
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int mismatch = Arrays.mismatch(previous, bytes);
        int shared = mismatch < 0 ? bytes.length : mismatch;
        out.number((long) shared << 1);
        out.number(bytes.length - shared);
        out.all(bytes, shared);
        previous = bytes;
      }
    }
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
