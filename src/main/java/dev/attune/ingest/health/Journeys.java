package dev.attune.ingest.health;

import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.events.log.Gathered;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Follows shoppers through the log and counts what has no counterpart; events come in any order. Of
 * a long log, orders are judged for some shoppers, and count for all: every second or fourth and so
 * on, by a hash of whose they are.
 */
final class Journeys implements Consumer<LoggedEvent> {
  /** Rows that are kept, about 50 MB while they are told. */
  static final int MOST = 2_000_000;

  private static final int MOST_NAMED = 1_000;
  private static final int SEEN = 1;
  private static final int CARTED = 2;
  private static final int BOUGHT = 3;

  private final Predicate<String> known;
  private final long judgedFrom;
  private final int most;
  private final Map<String, Long> unknown = new HashMap<>();
  private final Gathered rows = new Gathered();
  private int halvings;
  private long views;
  private long unknownViews;

  /**
   * @param known whether the catalog has a product of this id or sku
   * @param judgedFrom orders before it are not judged: their views may be older than what is read
   * @param most rows that are kept, unless one shopper has more
   */
  Journeys(Predicate<String> known, Instant judgedFrom, int most) {
    this.known = known;
    this.judgedFrom = Gathered.micros(judgedFrom);
    this.most = most;
  }

  @Override
  public void accept(LoggedEvent event) {
    for (Signal signal : event.signals()) {
      if (signal.kind() == Kind.VIEW) {
        view(signal.subject());
      }
    }
    if (followed(event.owner().hashCode())) {
      keep(event);
    }
  }

  private void view(String product) {
    views++;
    if (!known.test(product)) {
      unknownViews++;
      if (unknown.size() < MOST_NAMED || unknown.containsKey(product)) {
        unknown.merge(product, 1L, Long::sum);
      }
    }
  }

  private void keep(LoggedEvent event) {
    rows.begin(event);
    for (Signal signal : event.signals()) {
      int product = signal.subject().hashCode();
      switch (signal.kind()) {
        case VIEW, CLICK -> rows.add(SEEN, product);
        case CART_ADD -> rows.add(CARTED, 0);
        case BUY -> rows.add(BOUGHT, product);
        default -> {}
      }
    }
    while (rows.size() > most && halvings < Integer.SIZE - 1) {
      halvings++;
      rows.keep(owner -> followed(rows.hashOf(owner)));
    }
  }

  /** The finalizer of MurmurHash3, because the low bits of text's own hash are uneven. */
  private boolean followed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    mixed ^= mixed >>> 16;
    return (mixed & ((1 << halvings) - 1)) == 0;
  }

  /** What was found, with the product that is most often viewed and not known; once. */
  Found found() {
    String worst =
        unknown.entrySet().stream()
            .max(
                Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("");
    Following following = new Following();
    rows.tell(following);
    following.judge();
    long each = 1L << halvings;
    return new Found(
        views,
        unknownViews,
        worst,
        each * following.orders,
        each * following.unseen,
        each * following.uncarted);
  }

  /** Goes with one shopper after the other. */
  private final class Following implements Gathered.Listener {
    private final Set<Integer> seen = new HashSet<>();
    private final Set<Integer> bought = new HashSet<>();
    private long at;
    private boolean carted;
    private long orders;
    private long unseen;
    private long uncarted;

    @Override
    public void owner(int number) {
      judge();
      seen.clear();
      carted = false;
    }

    @Override
    public void event(long micros) {
      judge();
      at = micros;
    }

    @Override
    public void row(int kind, int value) {
      if (kind == SEEN) {
        seen.add(value);
      } else if (kind == CARTED) {
        carted = true;
      } else {
        bought.add(value);
      }
    }

    void judge() {
      if (bought.isEmpty()) {
        return;
      }
      if (at >= judgedFrom) {
        orders++;
        unseen += bought.stream().noneMatch(seen::contains) ? 1 : 0;
        uncarted += carted ? 0 : 1;
      }
      carted = false;
      bought.clear();
    }
  }

  /**
   * Counts of what has no counterpart.
   *
   * @param unknownProduct an example
   * @param unseen orders of which nothing had been viewed
   * @param uncarted orders before which nothing was put into a cart
   */
  record Found(
      long views,
      long unknownViews,
      String unknownProduct,
      long orders,
      long unseen,
      long uncarted) {}
}
