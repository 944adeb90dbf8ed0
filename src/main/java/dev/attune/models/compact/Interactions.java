package dev.attune.models.compact;

import dev.attune.platform.work.Aside;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that shoppers did with products: parallel arrays, grouped by shopper, in the order of
 * time within one.
 */
public final class Interactions {
  /** A visit is over after this many seconds without a touch. */
  public static final int SESSION_GAP_SECONDS = 30 * 60;

  /** Nobody has touched anything. */
  public static final Interactions NONE =
      new Interactions(
          ProductOrdinals.NONE,
          new int[1],
          new int[0],
          new int[0],
          new int[0],
          new byte[0],
          new Markets(List.of(""), new byte[0]),
          new BitSet());

  private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private static final long MICROS = 1_000_000;

  private final ProductOrdinals products;
  private final int[] starts;
  private final int[] owners;
  private final int[] items;
  private final int[] seconds;
  private final byte[] touches;
  private final Markets markets;
  private final BitSet withheld;
  private final BitSet skipped;

  /**
   * @param owners a hash of each shopper
   * @param withheld shoppers, by their place, whose steps are kept to examine models with
   */
  Interactions(
      ProductOrdinals products,
      int[] starts,
      int[] owners,
      int[] items,
      int[] seconds,
      byte[] touches,
      Markets markets,
      BitSet withheld) {
    this(products, starts, owners, items, seconds, touches, markets, withheld, new BitSet());
  }

  private Interactions(
      ProductOrdinals products,
      int[] starts,
      int[] owners,
      int[] items,
      int[] seconds,
      byte[] touches,
      Markets markets,
      BitSet withheld,
      BitSet skipped) {
    this.products = products;
    this.starts = starts;
    this.owners = owners;
    this.items = items;
    this.seconds = seconds;
    this.touches = touches;
    this.markets = markets;
    this.withheld = withheld;
    this.skipped = skipped;
  }

  /** Rows of one shopper or one visit, {@code from} included, {@code to} not. */
  public record Span(int from, int to) {}

  /** Seconds in this log's own count, 2000-01-01 being 0; good until 2068. */
  public static int secondsOf(Instant at) {
    return Math.toIntExact(at.getEpochSecond() - EPOCH);
  }

  /** The same, of microseconds since 1970. */
  static int secondsOf(long micros) {
    return Math.toIntExact(Math.floorDiv(micros, MICROS) - EPOCH);
  }

  public static Instant instantOf(int seconds) {
    return Instant.ofEpochSecond(seconds + EPOCH);
  }

  public ProductOrdinals products() {
    return products;
  }

  public int size() {
    return items.length;
  }

  public int shoppers() {
    return starts.length - 1;
  }

  public int item(int row) {
    return items[row];
  }

  public int second(int row) {
    return seconds[row];
  }

  public Touch touch(int row) {
    return Touch.at(touches[row]);
  }

  /**
   * In which market each row was done.
   *
   * @param names of the markets by their numbers; 0 is none in particular
   * @param ofRow the number of each row's
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Markets(List<String> names, byte[] ofRow) {
    Markets {
      names = List.copyOf(names);
    }
  }

  /** The number of the market in which a row was done, 0 where that is not known. */
  public int market(int row) {
    return markets.ofRow[row] & 0xff;
  }

  /** The country of a market by its number. */
  public String marketName(int market) {
    return markets.names.get(market);
  }

  /** Whether the market of any row is known. */
  public boolean hasMarkets() {
    return markets.names.size() > 1;
  }

  /** Every shopper's rows, in the order of the log. */
  public void eachShopper(Consumer<Span> to) {
    for (int i = skipped.nextClearBit(0); i + 1 < starts.length; i = skipped.nextClearBit(i + 1)) {
      to.accept(new Span(starts[i], starts[i + 1]));
      Aside.step();
    }
  }

  /** The same log, whose shoppers and visits are only those that may be learned from. */
  public Interactions taught() {
    return withheld.isEmpty()
        ? this
        : new Interactions(
            products, starts, owners, items, seconds, touches, markets, withheld, withheld);
  }

  /** Every withheld shopper's rows, in the order of the log. */
  public void eachWithheld(Consumer<Span> to) {
    for (int i = withheld.nextSetBit(0); i >= 0; i = withheld.nextSetBit(i + 1)) {
      to.accept(new Span(starts[i], starts[i + 1]));
    }
  }

  /** Every visit's rows, shopper by shopper, in the order of time within one. */
  public void eachSession(Consumer<Span> to) {
    eachShopper(shopper -> eachSession(shopper, to));
  }

  private void eachSession(Span shopper, Consumer<Span> to) {
    int from = shopper.from();
    for (int row = from + 1; row <= shopper.to(); row++) {
      if (row == shopper.to() || seconds[row] - seconds[row - 1] > SESSION_GAP_SECONDS) {
        to.accept(new Span(from, row));
        from = row;
      }
    }
  }

  /** A hash of whose rows these are; it says nothing of who it is. */
  public int owner(Span shopper) {
    return owners[Arrays.binarySearch(starts, 0, starts.length - 1, shopper.from())];
  }

  /**
   * A hash over all of it: the same for the same touches of the same products by as many shoppers.
   * Those of parts of a log add up to that of the log.
   */
  public long fingerprint() {
    long sum = 0;
    for (int i = 0; i + 1 < starts.length; i++) {
      sum += fingerprint(starts[i], starts[i + 1]);
    }
    return sum;
  }

  private long fingerprint(int from, int to) {
    long hash = 1469598103934665603L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ products.id(items[i]).value().hashCode()) * 1099511628211L;
      hash = (hash ^ seconds[i]) * 1099511628211L;
      hash = (hash ^ touches[i]) * 1099511628211L;
      hash =
          markets.ofRow[i] == 0 ? hash : (hash ^ marketName(market(i)).hashCode()) * 1099511628211L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    return hash ^ hash >>> 33;
  }
}
