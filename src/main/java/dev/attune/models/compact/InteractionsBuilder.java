package dev.attune.models.compact;

import dev.attune.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects events, each shopper's together and in the order of time. */
public final class InteractionsBuilder {
  private final ProductOrdinals products;
  private final Predicate<String> withholds;
  private final BitSet withheld = new BitSet();
  private int[] starts = new int[16];
  private int[] owners = new int[16];
  private int[] items = new int[64];
  private int[] seconds = new int[64];
  private byte[] touches = new byte[64];
  private byte[] markets = new byte[64];
  private final List<String> names = new ArrayList<>(List.of(""));
  private int shoppers;
  private int size;
  private @Nullable String owner;

  /** Withholds nobody. */
  public InteractionsBuilder(ProductOrdinals products) {
    this(products, owner -> false);
  }

  /**
   * @param withholds whether an owner's steps are kept to examine models with
   */
  public InteractionsBuilder(ProductOrdinals products, Predicate<String> withholds) {
    this.products = products;
    this.withholds = withholds;
  }

  /** Takes one event; what is not about a product of the catalog is left out. */
  public void add(String owner, Instant at, List<Signal> signals) {
    byte market = market(signals);
    for (Signal signal : signals) {
      Optional<Touch> touch = Touch.of(signal.kind());
      int item = touch.isEmpty() ? -1 : products.named(signal.subject());
      if (item >= 0) {
        append(owner, Interactions.secondsOf(at), item, touch.orElseThrow());
        markets[size - 1] = market;
      }
    }
  }

  public Interactions build() {
    int[] all = Arrays.copyOf(starts, shoppers + 1);
    all[shoppers] = size;
    return new Interactions(
        products,
        all,
        Arrays.copyOf(owners, shoppers),
        Arrays.copyOf(items, size),
        Arrays.copyOf(seconds, size),
        Arrays.copyOf(touches, size),
        new Interactions.Markets(names, Arrays.copyOf(markets, size)),
        withheld);
  }

  /** The number of the market that an event was in, 0 where it is not known or one too many. */
  private byte market(List<Signal> signals) {
    for (Signal signal : signals) {
      if (signal.kind() == Signal.Kind.MARKET) {
        int known = names.indexOf(signal.subject());
        if (known < 0 && names.size() <= Byte.MAX_VALUE) {
          known = names.size();
          names.add(signal.subject());
        }
        return (byte) Math.max(0, known);
      }
    }
    return 0;
  }

  private void append(String by, int second, int item, Touch touch) {
    if (!by.equals(owner)) {
      owner = by;
      if (shoppers == starts.length) {
        starts = Arrays.copyOf(starts, Sequences.grown(shoppers));
        owners = Arrays.copyOf(owners, Sequences.grown(shoppers));
      }
      owners[shoppers] = by.hashCode();
      withheld.set(shoppers, withholds.test(by));
      starts[shoppers++] = size;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, Sequences.grown(size));
      seconds = Arrays.copyOf(seconds, Sequences.grown(size));
      touches = Arrays.copyOf(touches, Sequences.grown(size));
      markets = Arrays.copyOf(markets, Sequences.grown(size));
    }
    items[size] = item;
    seconds[size] = second;
    touches[size++] = (byte) touch.ordinal();
  }
}
