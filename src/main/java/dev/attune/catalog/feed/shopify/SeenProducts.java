package dev.attune.catalog.feed.shopify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What later rows need to know of products whose rows are not all in one place. */
final class SeenProducts {
  /** Products that are remembered: 20 to 30 MB. */
  private static final int MOST = 100_000;

  private final Map<String, Seen> byHandle =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST;
        }
      };

  /**
   * A product of which rows have been read.
   *
   * @param options the names of its options
   * @param variants how many of its variants have been read
   */
  record Seen(String title, List<String> options, String published, String status, int variants) {
    Seen {
      options = List.copyOf(options);
    }
  }

  /** Whether at most one product has been read so far. */
  boolean first() {
    return byHandle.size() <= 1;
  }

  Optional<Seen> find(String handle) {
    return Optional.ofNullable(byHandle.get(handle));
  }

  void put(String handle, Seen seen) {
    byHandle.put(handle, seen);
  }
}
