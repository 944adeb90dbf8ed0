package dev.attune.catalog.store.staged;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row in the text format of PostgreSQL's COPY. */
final class CopyText {
  private final StringBuilder row = new StringBuilder(1024);

  CopyText text(@Nullable String value) {
    if (value == null) {
      row.append("\\N\t");
      return this;
    }
    escape(value);
    row.append('\t');
    return this;
  }

  CopyText number(@Nullable Number value) {
    row.append(value == null ? "\\N" : value.toString()).append('\t');
    return this;
  }

  CopyText time(@Nullable Instant value) {
    return text(value == null ? null : value.toString());
  }

  /** A {@code text[]}. */
  CopyText texts(List<String> values) {
    StringBuilder array = new StringBuilder("{");
    for (String value : values) {
      array.append(array.length() == 1 ? "\"" : ",\"");
      boolean plain = value.indexOf('"') < 0 && value.indexOf('\\') < 0;
      array.append(plain ? value : value.replace("\\", "\\\\").replace("\"", "\\\""));
      array.append('"');
    }
    escape(array.append('}').toString());
    row.append('\t');
    return this;
  }

  private void escape(String value) {
    if (isPlain(value)) {
      row.append(value);
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> row.append("\\\\");
        case '\t' -> row.append("\\t");
        case '\n' -> row.append("\\n");
        case '\r' -> row.append("\\r");
        default -> row.append(c);
      }
    }
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** The row so far without its last tab; starts the next one. */
  String take() {
    String taken = row.substring(0, Math.max(0, row.length() - 1));
    row.setLength(0);
    return taken;
  }
}
