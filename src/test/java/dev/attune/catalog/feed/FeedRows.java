package dev.attune.catalog.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How tests read whole feeds. */
public final class FeedRows {
  private FeedRows() {}

  public static List<FeedRow> all(Feed feed) throws IOException {
    List<FeedRow> rows = new ArrayList<>();
    for (FeedRow row = feed.next(); row != null; row = feed.next()) {
      rows.add(row);
    }
    return rows;
  }

  /** The items of a feed of which no row is refused. */
  public static List<Item> items(List<FeedRow> rows) {
    return rows.stream().map(row -> ((FeedRow.Accepted) row).item()).toList();
  }

  /** {@code 2 price INVALID_PRICE} for each refused row, with {@code w} before a warning. */
  public static List<String> findings(List<FeedRow> rows) {
    List<String> findings = new ArrayList<>();
    for (FeedRow row : rows) {
      if (row instanceof FeedRow.Refused refused) {
        findings.add(
            "%d %s %s"
                .formatted(row.line(), refused.rejection().field(), refused.rejection().code()));
      } else if (row instanceof FeedRow.Accepted accepted) {
        accepted
            .warnings()
            .forEach(w -> findings.add("w%d %s %s".formatted(row.line(), w.field(), w.code())));
      }
    }
    return findings;
  }
}
