package dev.attune.models.gathering;

import dev.attune.events.EventLog;
import dev.attune.events.EventLog.Received;
import dev.attune.events.LoggedEvent;
import dev.attune.events.Signal;
import dev.attune.events.Signal.Kind;
import dev.attune.events.log.Gathered;
import dev.attune.models.compact.Interactions;
import dev.attune.models.compact.InteractionsBuilder;
import dev.attune.models.compact.ProductOrdinals;
import dev.attune.models.compact.Touch;
import dev.attune.models.demand.SearchTerms;
import dev.attune.models.exam.Withholding;
import dev.attune.models.market.MarketNumbers;
import dev.attune.platform.work.Pace;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Events in whatever order they come, kept until all are there: what of them is about products of
 * the catalog, and what shoppers searched for.
 */
public final class Gathering implements Consumer<LoggedEvent> {
  private static final Touch[] TOUCHES = Touch.values();

  /** A touch of a product that the catalog does not have; it may still end a search. */
  private static final int STRANGE = TOUCHES.length + 1;

  private static final int SEARCH = STRANGE + 1;

  /** Bits of a product's number; the market of a touch stands above them. */
  private static final int ITEM_BITS = 24;

  private static final int MOST_ITEMS = 1 << ITEM_BITS;

  private final ProductOrdinals products;
  private final Predicate<String> withholds;
  private final BitSet withheld = new BitSet();
  private final Queries queries = new Queries();
  private final MarketNumbers markets = new MarketNumbers();
  private final Gathered rows = new Gathered();
  private int owners;

  /**
   * @param withholds whether an owner's steps are kept to examine models with
   */
  public Gathering(ProductOrdinals products, Predicate<String> withholds) {
    if (products.size() > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "Models learn of at most " + MOST_ITEMS + " products, not of " + products.size());
    }
    this.products = products;
    this.withholds = withholds;
  }

  /** What the shoppers who are learned from did within a time. */
  public static Interactions taught(
      EventLog log, Received received, ProductOrdinals products, Pace pace) {
    Gathering gathering = new Gathering(products, new Withholding());
    log.gather(Instant.EPOCH, received, pace, gathering);
    InteractionsBuilder builder = new InteractionsBuilder(products);
    gathering.into(builder, new SearchTerms.Counting());
    return builder.build().taught();
  }

  @Override
  public void accept(LoggedEvent event) {
    int owner = rows.begin(event);
    if (owner == owners) {
      withheld.set(owners++, withholds.test(event.owner()));
    }
    int market = markets.of(event.signals());
    for (Signal signal : event.signals()) {
      if (signal.kind() == Kind.SEARCH) {
        rows.add(SEARCH, queries.of(signal.subject()));
      } else {
        touch(signal, market);
      }
    }
  }

  private void touch(Signal signal, int market) {
    Optional<Touch> touch = Touch.of(signal.kind());
    if (touch.isEmpty()) {
      return;
    }
    int item = products.named(signal.subject());
    if (item >= 0) {
      rows.add(1 + touch.orElseThrow().ordinal(), market << ITEM_BITS | item);
    } else if (SearchTerms.ends(signal.kind())) {
      rows.add(STRANGE, 0);
    }
  }

  /**
   * Hands over all of it, each shopper's together and in the order of time; once.
   *
   * @return how many events it was
   */
  public long into(InteractionsBuilder builder, SearchTerms.Counting searches) {
    return rows.tell(new Telling(builder, searches));
  }

  private final class Telling implements Gathered.Listener {
    private final InteractionsBuilder builder;
    private final SearchTerms.Counting searches;

    /** The builder's numbers by ours. */
    private final int[] told;

    private long micros;

    Telling(InteractionsBuilder builder, SearchTerms.Counting searches) {
      this.builder = builder;
      this.searches = searches;
      this.told = markets.names().stream().mapToInt(builder::market).toArray();
    }

    @Override
    public void owner(int number) {
      builder.shopper(rows.hashOf(number), withheld.get(number));
      searches.shopper();
    }

    @Override
    public void event(long at) {
      micros = at;
    }

    @Override
    public void row(int kind, int value) {
      if (kind == SEARCH) {
        searches.asked(value == Queries.UNTOLD ? null : queries.named(value), micros);
        return;
      }
      if (kind == STRANGE) {
        searches.touched(micros);
        return;
      }
      Touch touch = TOUCHES[kind - 1];
      builder.touch(micros, value & MOST_ITEMS - 1, touch, told[value >>> ITEM_BITS]);
      if (touch == Touch.VIEW || touch == Touch.CART) {
        searches.touched(micros);
      }
    }
  }
}
