package dev.attune.graphql.input;

import dev.attune.graphql.input.ShopperInputs.PreferencesInput;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import dev.attune.platform.id.GlobalId;
import dev.attune.platform.id.NodeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shopper says they like or do not like, as events keep it. */
public final class StatedTaste {
  /** As many as nobody clicks together; each is part of every later page of this shopper. */
  private static final int MOST = 100;

  private static final int LONGEST = 255;

  private final List<String> statements = new ArrayList<>();

  private StatedTaste() {}

  /**
   * {@code category=kitchen} and so on.
   *
   * @throws AttuneException MISSING_FIELD for nothing at all, TOO_LONG, INVALID_VALUE, UNKNOWN_ID
   *     for the id of something else
   */
  public static List<String> of(PreferencesInput preferences) {
    StatedTaste taste = new StatedTaste();
    taste.ids("categories", "category=", NodeType.CATEGORY, preferences.categories);
    taste.ids("brands", "brand=", NodeType.BRAND, preferences.brands);
    List<String> sizes = preferences.sizes == null ? List.of() : preferences.sizes;
    for (int i = 0; i < sizes.size(); i++) {
      taste.add("sizes", i, "size=", sizes.get(i));
    }
    if (taste.statements.isEmpty()) {
      throw new AttuneException(
          ErrorCode.MISSING_FIELD, "preferences", "Preferences name a category, brand or size");
    }
    return taste.statements;
  }

  private void ids(String list, String prefix, NodeType type, @Nullable List<String> ids) {
    for (int i = 0; ids != null && i < ids.size(); i++) {
      String id = ids.get(i);
      String field = field(list, i);
      String local =
          GlobalId.local(type, id)
              .orElseThrow(
                  () ->
                      new AttuneException(
                          ErrorCode.UNKNOWN_ID,
                          field,
                          "There is nothing with the id '" + id + "'"));
      add(list, i, prefix, local);
    }
  }

  private void add(String list, int at, String prefix, String value) {
    if (statements.size() == MOST) {
      throw new AttuneException(
          ErrorCode.TOO_LONG, "preferences." + list, "At most " + MOST + " preferences at a time");
    }
    statements.add(prefix + checked(field(list, at), value));
  }

  private static String field(String list, int at) {
    return "preferences." + list + "[" + at + "]";
  }

  /**
   * The text without blanks around it.
   *
   * @throws AttuneException INVALID_VALUE where it says nothing or is no line, TOO_LONG
   */
  public static String checked(String field, String text) {
    String value = text.strip();
    if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
      throw new AttuneException(ErrorCode.INVALID_VALUE, field, "This is a line of text");
    }
    if (value.length() > LONGEST) {
      throw new AttuneException(
          ErrorCode.TOO_LONG, field, "This has at most " + LONGEST + " characters");
    }
    return value;
  }
}
