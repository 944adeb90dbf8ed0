package dev.attune.events;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an event came in under: the immutable key of the log, of deduplication and of folds.
 *
 * @param value as the client sent it, at most 200 characters
 */
public record Identifier(Type type, String value) implements Comparable<Identifier> {
  private static final int LONGEST = 200;
  private static final Pattern JUNK =
      Pattern.compile(
          "[0-]*|null|undefined|none|nil|nan|n/a|unknown|anonymous|guest|true|false|-1"
              + "|\\[object object]",
          Pattern.CASE_INSENSITIVE);

  /** The kinds of identifiers. */
  public enum Type {
    /** A browser, an app on a phone: what Segment calls {@code anonymousId}. */
    VISITOR,
    /** A customer id that a token or the secret key vouches for. */
    CUSTOMER,
    /** A customer id that a public write key claims: kept apart, joined to nobody. */
    CLAIMED
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

  /** Its form as a key of the store, {@code visitor:8b52f660}. */
  public String key() {
    return type.name().toLowerCase(Locale.ROOT) + ":" + value;
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
