package dev.attune.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an event came in under: the immutable key of the log, of deduplication and of folds.
 *
 * @param value as the client sent it, at most 200 characters
 */
public record Identifier(Type type, String value) implements Comparable<Identifier> {
  /** The most characters of an id. */
  public static final int LONGEST = 200;

  private static final Pattern JUNK =
      Pattern.compile(
          "[0-]*|\\(?(?:null|undefined|none|nil|nan|n/a|unknown|anonymous|guest|not[ _]set)\\)?"
              + "|\\(visitor token\\)|atv1\\..*"
              + "|true|false|-1|\\[object object]|(?:\\{\\{|%7b%7b|\\$\\{).*|.*\uFFFD.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern KIND = Pattern.compile("[a-z0-9_.-]{1,40}");

  /** The kinds of identifiers. */
  public enum Type {
    /** A browser, an app on a phone: what Segment calls {@code anonymousId}. */
    VISITOR,
    /** A customer id that a token or the secret key vouches for. */
    CUSTOMER,
    /** A customer id that a public write key claims: kept apart, joined to nobody. */
    CLAIMED,
    /** SHA-256 of an e-mail address in small letters, in hexadecimal: the address is not kept. */
    EMAIL,
    /** An id of the shop's own, {@code loyalty_card=4711}. */
    EXTERNAL
  }

  /** An identifier of this text, or empty when it is junk that identifies nobody, or too long. */
  public static Optional<Identifier> of(Type type, String text) {
    String value = text.strip();
    return value.length() > LONGEST || JUNK.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(new Identifier(type, value));
  }

  public static Identifier visitor(String value) {
    return new Identifier(Type.VISITOR, value);
  }

  public static Identifier customer(String value) {
    return new Identifier(Type.CUSTOMER, value);
  }

  /** What stands for an e-mail address, or empty for what is none. */
  public static Optional<Identifier> email(String address) {
    String plain = address.strip().toLowerCase(Locale.ROOT);
    return plain.length() > LONGEST || !ADDRESS.matcher(plain).matches()
        ? Optional.empty()
        : Optional.of(new Identifier(Type.EMAIL, sha256(plain)));
  }

  /** An id of the shop's own kind, or empty when it identifies nobody. */
  public static Optional<Identifier> external(String kind, String text) {
    return of(Type.EXTERNAL, text)
        .filter(id -> KIND.matcher(kind).matches())
        .map(id -> new Identifier(Type.EXTERNAL, kind + "=" + id.value()))
        .filter(id -> id.value().length() <= LONGEST);
  }

  /** Those of which a shopper has at most so many: the type, or the shop's own name for it. */
  public String kind() {
    return type == Type.EXTERNAL
        ? "external:" + value.substring(0, Math.max(0, value.indexOf('=')))
        : type.name().toLowerCase(Locale.ROOT);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /** Its form as a key of the store, {@code visitor:8b52f660}. */
  public String key() {
    return type.name().toLowerCase(Locale.ROOT) + ":" + value;
  }

  /** Reads what {@link #key()} wrote, here or in a later version; empty for a type of its own. */
  public static Optional<Identifier> find(String key) {
    String type = key.substring(0, Math.max(0, key.indexOf(':')));
    return Arrays.stream(Type.values())
        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(type))
        .findFirst()
        .map(known -> new Identifier(known, key.substring(type.length() + 1)));
  }

  /**
   * Reads what {@link #key()} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Identifier ofKey(String key) {
    int colon = key.indexOf(':');
    String type = colon < 0 ? key : key.substring(0, colon);
    return new Identifier(Type.valueOf(type.toUpperCase(Locale.ROOT)), key.substring(colon + 1));
  }

  @Override
  public int compareTo(Identifier other) {
    return key().compareTo(other.key());
  }
}
