package dev.attune.graphql.list;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a personal list ended.
 *
 * @param query tells the lists of different queries apart
 * @param order names the order that the list's first page was given, blank for none
 * @param position of the item, from 0
 * @param item its id
 */
public record ListCursor(String query, String order, int position, String item) {
  private static final int PARTS = 4;
  private static final int LONGEST = 2_000;

  /** The name of a query that is made of these parts. */
  public static String query(@Nullable Object... parts) {
    int hash = 1;
    for (Object part : parts) {
      hash = 31 * hash + (part == null ? 0 : part.toString().hashCode());
    }
    return Integer.toHexString(hash);
  }

  /**
   * @throws AttuneException INVALID_CURSOR for text that is no cursor
   */
  public static ListCursor parse(String text) {
    String[] parts = decoded(text).split(":", PARTS);
    if (parts.length != PARTS || !parts[2].matches("\\d{1,9}") || parts[3].isBlank()) {
      throw new AttuneException(ErrorCode.INVALID_CURSOR, "after", "This is no cursor of a list");
    }
    return new ListCursor(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3]);
  }

  /**
   * @throws AttuneException INVALID_CURSOR for the cursor of another query
   */
  public void requireOf(String asked) {
    if (!query.equals(asked)) {
      throw new AttuneException(
          ErrorCode.INVALID_CURSOR, "after", "The cursor belongs to another list");
    }
  }

  public String text() {
    String all = query + ":" + order + ":" + position + ":" + item;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(all.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    try {
      return text.length() > LONGEST
          ? ""
          : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
