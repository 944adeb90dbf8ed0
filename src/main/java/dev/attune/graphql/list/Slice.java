package dev.attune.graphql.list;

import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. A cursor names the item it stands on and where that was, so that the next page
 * goes on behind the item even when the list has changed in front of it.
 *
 * @param offset where the page begins in the list, from 0
 * @param cursors one for each item
 */
public record Slice<T>(List<T> items, List<String> cursors, int offset, int total) {
  /** The longest page that a list can be asked for. */
  public static final int LONGEST = 100;

  public Slice {
    items = List.copyOf(items);
    cursors = List.copyOf(cursors);
  }

  /**
   * The page of {@code first} items behind the cursor.
   *
   * @throws AttuneException INVALID_VALUE for a cursor that is none, or {@code first} out of range
   */
  public static <T> Slice<T> of(
      List<T> all, Function<T, String> key, @Nullable Integer first, @Nullable String after) {
    int wanted = size("first", first);
    int from = after == null ? 0 : behind(all, key, after);
    List<T> items = all.subList(from, Math.min(all.size(), from + wanted));
    String[] cursors = new String[items.size()];
    for (int i = 0; i < items.size(); i++) {
      cursors[i] = cursor(from + i, key.apply(items.get(i)));
    }
    return new Slice<>(items, List.of(cursors), from, all.size());
  }

  /**
   * Checks how many are asked for.
   *
   * @throws AttuneException INVALID_VALUE below 1 or above {@link #LONGEST}
   */
  public static int size(String field, @Nullable Integer first) {
    int wanted = first == null ? 12 : first;
    if (wanted < 1 || wanted > LONGEST) {
      throw new AttuneException(
          ErrorCode.INVALID_VALUE, field, field + " must be 1 to " + LONGEST + ", not " + wanted);
    }
    return wanted;
  }

  public PageInfo pageInfo() {
    return new PageInfo(
        offset + items.size() < total,
        offset > 0,
        cursors.isEmpty() ? null : cursors.get(0),
        cursors.isEmpty() ? null : cursors.get(cursors.size() - 1));
  }

  private static String cursor(int position, String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((position + ":" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static <T> int behind(List<T> all, Function<T, String> key, String cursor) {
    String decoded = decode(cursor);
    int colon = decoded.indexOf(':');
    if (colon < 1 || !decoded.substring(0, colon).matches("\\d{1,9}")) {
      throw malformed(cursor);
    }
    int position = Integer.parseInt(decoded.substring(0, colon));
    String item = decoded.substring(colon + 1);
    if (position < all.size() && key.apply(all.get(position)).equals(item)) {
      return position + 1;
    }
    for (int i = 0; i < all.size(); i++) {
      if (key.apply(all.get(i)).equals(item)) {
        return i + 1;
      }
    }
    return Math.min(position, all.size());
  }

  private static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw malformed(cursor);
    }
  }

  private static AttuneException malformed(String cursor) {
    return new AttuneException(ErrorCode.INVALID_CURSOR, "after", "This is no cursor of this list");
  }
}
