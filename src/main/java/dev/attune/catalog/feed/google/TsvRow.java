package dev.attune.catalog.feed.google;

import dev.attune.platform.error.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a tab-separated text.
 *
 * @param line the physical line on which it starts
 * @param text as it is written, where its cells can be trusted
 * @param problem why its cells cannot be trusted, else null
 */
record TsvRow(long line, List<String> cells, String text, @Nullable Rejection problem) {
  TsvRow {
    cells = List.copyOf(cells);
  }
}
