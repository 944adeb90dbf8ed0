package dev.attune.models.compact;

import dev.attune.events.Signal;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects events, each shopper's together and in the order of time: nine bytes a touch. They come
 * either whole, or with {@link #shopper} and {@link #touch} as numbers.
 */
public final class InteractionsBuilder {
  private final ProductOrdinals products;
  private final Predicate<String> withholds;
  private final BitSet withheld = new BitSet();
  private int[] starts = new int[16];
  private int[] owners = new int[16];
  private int[] items = new int[64];
  private int[] seconds = new int[64];
  private byte[] touches = new byte[64];
  private int shoppers;
  private int size;
  private @Nullable String owner;
  private int hash;
  private boolean keeping;
  private boolean begun;

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
  public void add(String by, Instant at, List<Signal> signals) {
    if (!by.equals(owner)) {
      owner = by;
      shopper(by.hashCode(), withholds.test(by));
    }
    for (Signal signal : signals) {
      Optional<Touch> touch = Touch.of(signal.kind());
      int item = touch.isEmpty() ? -1 : products.named(signal.subject());
      if (item >= 0) {
        append(Interactions.secondsOf(at), item, touch.orElseThrow());
      }
    }
  }

  /**
   * What follows is another shopper's.
   *
   * @param hashOfKey that of the shopper's key as text
   * @param withheldSteps whether the shopper's steps are kept to examine models with
   */
  public void shopper(int hashOfKey, boolean withheldSteps) {
    hash = hashOfKey;
    keeping = withheldSteps;
    begun = false;
  }

  /** One touch, microseconds since 1970, of a product of the catalog. */
  public void touch(long micros, int item, Touch touch) {
    append(Interactions.secondsOf(micros), item, touch);
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
        withheld);
  }

  private void append(int second, int item, Touch touch) {
    if (!begun) {
      begun = true;
      if (shoppers == starts.length) {
        starts = Arrays.copyOf(starts, Sequences.grown(shoppers));
        owners = Arrays.copyOf(owners, Sequences.grown(shoppers));
      }
      owners[shoppers] = hash;
      withheld.set(shoppers, keeping);
      starts[shoppers++] = size;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, Sequences.grown(size));
      seconds = Arrays.copyOf(seconds, Sequences.grown(size));
      touches = Arrays.copyOf(touches, Sequences.grown(size));
    }
    items[size] = item;
    seconds[size] = second;
    touches[size++] = (byte) touch.ordinal();
  }
}
