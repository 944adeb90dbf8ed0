package dev.attune.graphql.merchant;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what merchants type in the same way for all they write; what cannot be taken is refused
 * with its field.
 */
public final class Typed {
  /** The priority of what nobody gave one. */
  private static final int PRIORITY = 50;

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int LONGEST = 200;
  private static final int LONGEST_TEXT = 1_000;

  private Typed() {}

  /** An id that the merchant chose. */
  public static String id(String field, String id) {
    return line(field, id, LONGEST);
  }

  /** One line that is there to be read. */
  public static String title(String field, String title) {
    return line(field, title, LONGEST);
  }

  /** One line that is not blank. */
  public static String line(String field, String line, int longest) {
    Merchants.require(
        !line.isBlank()
            && line.length() <= longest
            && line.chars().noneMatch(Character::isISOControl),
        field,
        "One line of 1 to " + longest + " characters is needed");
    return line;
  }

  /** Words over any number of lines, null where there are none. */
  public static @Nullable String text(String field, @Nullable String text) {
    Merchants.require(
        text == null || (text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0),
        field,
        "At most " + LONGEST_TEXT + " characters");
    return text == null || text.isBlank() ? null : text;
  }

  /** 0 to 100. */
  public static int priority(String field, @Nullable Integer priority) {
    int read = priority == null ? PRIORITY : priority;
    Merchants.require(read >= 0 && read <= 100, field, "A priority is 0 to 100");
    return read;
  }

  /**
   * A time that every calendar and store can hold.
   *
   * @param written what was typed, for the error
   * @throws AttuneException INVALID_TIMESTAMP for any other
   */
  public static Instant time(String field, Instant time, String written) {
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(LATEST)) {
      throw new AttuneException(
          ErrorCode.INVALID_TIMESTAMP, field, "'" + written + "' is not between 1970 and 9999");
    }
    return time;
  }

  /** A path of the storefront. */
  public static String link(String field, String link) {
    Merchants.require(
        link.startsWith("/") && !link.startsWith("//"),
        field,
        "A link is a path, such as /c/garden");
    return line(field, link, LONGEST_TEXT);
  }

  /**
   * The shop's own ids of products.
   *
   * @throws AttuneException UNKNOWN_ID for what is no product's global id
   */
  public static List<String> products(String field, List<String> ids) {
    return ids.stream()
        .map(
            id ->
                GlobalId.parse(id)
                    .filter(global -> global.type() == NodeType.PRODUCT)
                    .map(GlobalId::local)
                    .orElseThrow(
                        () ->
                            new AttuneException(
                                ErrorCode.UNKNOWN_ID, field, "There is no '" + id + "'")))
        .toList();
  }
}
