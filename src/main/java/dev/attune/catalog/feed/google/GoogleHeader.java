package dev.attune.catalog.feed.google;

import dev.attune.catalog.feed.ItemFields;
import dev.attune.platform.error.AttuneException;
import dev.attune.platform.error.ErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which column holds which attribute. Names are read with or without {@code g:}, with spaces or
 * underscores, in any case; unknown columns are ignored.
 */
final class GoogleHeader {
  private final Map<String, List<Integer>> columns = new HashMap<>();
  private final int width;

  /**
   * @throws AttuneException MISSING_FIELD without an id or a title column
   */
  GoogleHeader(List<String> names) {
    this.width = names.size();
    for (int i = 0; i < names.size(); i++) {
      columns.computeIfAbsent(normal(names.get(i)), any -> new ArrayList<>(1)).add(i);
    }
    for (String required : List.of("id", "title")) {
      if (!columns.containsKey(required)) {
        throw new AttuneException(
            ErrorCode.MISSING_FIELD,
            required,
            "The first line of a Google Merchant feed names its columns, "
                + required
                + " too"
                + (isSeparatedOtherwise(names)
                    ? "; a tab separates them, no comma or semicolon"
                    : ""));
      }
    }
  }

  /** Whether all columns came as one. */
  private static boolean isSeparatedOtherwise(List<String> names) {
    return names.size() == 1 && (names.get(0).contains(",") || names.get(0).contains(";"));
  }

  int width() {
    return width;
  }

  /** The attribute's first column, which the feed has. */
  int column(String name) {
    return columns.getOrDefault(name, List.of()).get(0);
  }

  /** The stripped cell of the attribute's first column, or an empty text. */
  String cell(List<String> cells, String name) {
    List<Integer> at = columns.getOrDefault(name, List.of());
    return at.isEmpty() ? "" : ItemFields.clean(cells.get(at.get(0)));
  }

  /** The cells that are not empty of all columns of this name. */
  List<String> cells(List<String> cells, String name) {
    List<String> texts = new ArrayList<>(1);
    for (int column : columns.getOrDefault(name, List.of())) {
      String text = ItemFields.clean(cells.get(column));
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  static String normal(String name) {
    String plain = name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    String local = plain.startsWith("g:") ? plain.substring(2).strip() : plain;
    return local.replace(' ', '_').replace('-', '_');
  }
}
