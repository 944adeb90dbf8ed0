package dev.attune.models.demand;

import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.events.log.Gathered;
import java.io.Serializable;
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

  /** More different queries than this are not kept apart. */
  public static final int BOUND = 200_000;

  private static final int ENOUGH_SHOPPERS = 3;
  private static final int MOST = 2_000;
  private static final int LONGEST = 60;
  private static final long SOON_MICROS = 30 * 60 * 1_000_000L;

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

  /** Whether a query may be told to others at all. */
  public static boolean tellable(String query) {
    return query.length() <= LONGEST;
  }

  /** Whether somebody who does this has found what was searched for. */
  public static boolean ends(Kind kind) {
    return kind == Kind.VIEW || kind == Kind.CLICK || kind == Kind.CART_ADD;
  }

  /** Counts while events come in, each shopper's together and in the order of time. */
  public static final class Counting {
    private final Map<String, Count> counts = new HashMap<>();
    private String owner = "";
    private int shopper = 1;
    private @Nullable String asked;
    private long askedAt;

    private static final class Count {
      private int shoppers;
      private int last;
    }

    /** The signals of one event. */
    public void add(String by, Instant at, List<Signal> signals) {
      if (!by.equals(owner)) {
        owner = by;
        shopper();
      }
      for (Signal signal : signals) {
        if (signal.kind() == Kind.SEARCH) {
          String query = signal.subject();
          asked(tellable(query) ? query : null, Gathered.micros(at));
        } else if (ends(signal.kind())) {
          touched(Gathered.micros(at));
        }
      }
    }

    /** What follows is another shopper's. */
    public void shopper() {
      shopper++;
      asked = null;
    }

    /**
     * The shopper searched.
     *
     * @param query null for what is not to be told
     * @param micros since 1970
     */
    public void asked(@Nullable String query, long micros) {
      asked = query;
      askedAt = micros;
    }

    /** The shopper did what ends a search. */
    public void touched(long micros) {
      String query = asked;
      asked = null;
      if (query == null
          || micros - askedAt > SOON_MICROS
          || (counts.size() >= BOUND && !counts.containsKey(query))) {
        return;
      }
      Count count = counts.computeIfAbsent(query, any -> new Count());
      if (count.last != shopper) {
        count.last = shopper;
        count.shoppers++;
      }
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
