package dev.attune.models.demand;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What shoppers search for and find: queries after which they touched a product. A query becomes
 * known to others only when several shoppers had the same, so that nobody's own words are shown.
 */
public final class SearchTerms {
  /** Nobody has searched. */
  public static final SearchTerms NONE = new SearchTerms(List.of());

  private static final int ENOUGH_SHOPPERS = 3;
  private static final int MOST = 2_000;
  private static final int LONGEST = 60;
  private static final Duration SOON = Duration.ofMinutes(30);

  private final List<String> popular;

  /**
   * @param popular queries, those of the most shoppers first
   */
  public SearchTerms(List<String> popular) {
    this.popular = List.copyOf(popular);
  }

  /** Queries, those of the most shoppers first. */
  public List<String> popular() {
    return popular;
  }

  /** Counts while events come in, each shopper's together and in the order of time. */
  public static final class Counting {
    /** More different queries than this are not kept apart. */
    private static final int BOUND = 200_000;

    private final Map<String, Count> counts = new HashMap<>();
    private String shopper = "";
    private @Nullable String asked;
    private Instant askedAt = Instant.MIN;

    private static final class Count {
      private int shoppers;
      private String last = "";
    }

    public void add(String owner, Instant at, List<Signal> signals) {
      if (!owner.equals(shopper)) {
        shopper = owner;
        asked = null;
      }
      for (Signal signal : signals) {
        if (signal.kind() == Kind.SEARCH) {
          asked = signal.subject().length() > LONGEST ? null : signal.subject();
          askedAt = at;
        } else if (asked != null && isTouch(signal.kind())) {
          found(asked, at);
          asked = null;
        }
      }
    }

    private void found(String query, Instant at) {
      if (at.isAfter(askedAt.plus(SOON))
          || (counts.size() >= BOUND && !counts.containsKey(query))) {
        return;
      }
      Count count = counts.computeIfAbsent(query, any -> new Count());
      if (!count.last.equals(shopper)) {
        count.last = shopper;
        count.shoppers++;
      }
    }

    private static boolean isTouch(Kind kind) {
      return kind == Kind.VIEW || kind == Kind.CLICK || kind == Kind.CART_ADD;
    }

    public Found finish() {
      Map<String, Integer> shoppers = new TreeMap<>();
      counts.forEach((query, count) -> shoppers.put(query, count.shoppers));
      return new Found(shoppers);
    }
  }

  /**
   * Who found something, in a log or a part of one with whole shoppers.
   *
   * @param shoppers how many had each query
   */
  public record Found(Map<String, Integer> shoppers) implements Serializable {

    /** Of both parts together. */
    public Found plus(Found other) {
      Map<String, Integer> both = new TreeMap<>(shoppers);
      other.shoppers.forEach((query, count) -> both.merge(query, count, Integer::sum));
      return new Found(both);
    }

    public SearchTerms finish() {
      return new SearchTerms(
          shoppers.entrySet().stream()
              .filter(count -> count.getValue() >= ENOUGH_SHOPPERS)
              .sorted(
                  Comparator.comparingInt((Map.Entry<String, Integer> count) -> -count.getValue())
                      .thenComparing(Map.Entry::getKey))
              .limit(MOST)
              .map(Map.Entry::getKey)
              .toList());
    }
  }
}
