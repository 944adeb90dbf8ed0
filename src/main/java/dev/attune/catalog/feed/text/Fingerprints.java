package dev.attune.catalog.feed.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Takes fingerprints that are kept, by MD5; for one thread. */
public final class Fingerprints {
  private final MessageDigest digest = md5();

  public Fingerprint of(byte[] text) {
    return of(text, 0, text.length);
  }

  public Fingerprint of(byte[] text, int from, int length) {
    digest.update(text, from, length);
    return taken();
  }

  private Fingerprint taken() {
    byte[] hash = digest.digest();
    long high = 0;
    long low = 0;
    for (int i = 0; i < 8; i++) {
      high = high << 8 | (hash[i] & 0xff);
      low = low << 8 | (hash[i + 8] & 0xff);
    }
    return new Fingerprint(high, low);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }
}
