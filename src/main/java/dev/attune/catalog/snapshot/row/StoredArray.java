package dev.attune.catalog.snapshot.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists of texts as PostgreSQL writes them, {@code {a,"b, c"}}. */
public final class StoredArray {
  private StoredArray() {}

  /** The texts of a {@code text[]} without nulls. */
  public static List<String> read(String text) {
    String inner = text.substring(1, text.length() - 1);
    if (inner.isEmpty()) {
      return List.of();
    }
    if (inner.indexOf('"') < 0) {
      return inner.indexOf(',') < 0 ? List.of(inner) : Arrays.asList(inner.split(","));
    }
    return quoted(inner);
  }

  private static List<String> quoted(String inner) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean within = false;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '"') {
        within = !within;
      } else if (c == ',' && !within) {
        texts.add(text.toString());
        text.setLength(0);
      } else {
        text.append(c == '\\' ? inner.charAt(++i) : c);
      }
    }
    texts.add(text.toString());
    return texts;
  }
}
